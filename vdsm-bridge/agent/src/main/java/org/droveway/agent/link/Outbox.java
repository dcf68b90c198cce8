package org.droveway.agent.link;

import static java.util.Objects.requireNonNull;

import java.util.function.Consumer;
import org.droveway.agent.journal.Journal;
import org.droveway.agent.journal.Step;
import org.droveway.protocol.link.AgentMessage;
import org.droveway.protocol.link.MigrationEvent;
import org.droveway.protocol.link.MigrationProgress;

/** Takes what migrations tell: into the journal first, to the link as soon as there is one. */
public final class Outbox implements EventSink {
    private final Journal journal;
    private volatile Runnable journalled = () -> {};
    private volatile Consumer<AgentMessage> passing = message -> {};

    public Outbox(Journal journal) {
        this.journal = requireNonNull(journal, "journal");
    }

    /**
     * Attaches the link.
     *
     * @param onJournalled called after each event that was journalled
     * @param onPassing called with what is dropped when the engine is not there
     */
    void attach(Runnable onJournalled, Consumer<AgentMessage> onPassing) {
        journalled = onJournalled;
        passing = onPassing;
    }

    @Override
    public MigrationEvent publish(Step step) {
        MigrationEvent event = journal.append(step);
        journalled.run();
        return event;
    }

    @Override
    public void progress(MigrationProgress progress) {
        pass(new AgentMessage.Progress(progress));
    }

    /** Sent if the engine is there, dropped if not. */
    public void pass(AgentMessage message) {
        passing.accept(message);
    }
}
