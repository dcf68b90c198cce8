package org.droveway.agent.link;

import org.droveway.agent.journal.Step;
import org.droveway.protocol.link.MigrationEvent;
import org.droveway.protocol.link.MigrationProgress;

/** Where migrations tell what happens; works whether or not the engine is there. */
public interface EventSink {
    /**
     * Journals the step, then sends it as soon as the engine is there.
     *
     * @throws java.io.UncheckedIOException if it cannot be journalled; what it stands for must not be done then
     */
    MigrationEvent publish(Step step);

    /** Sent if the engine is there, dropped if not. */
    void progress(MigrationProgress progress);
}
