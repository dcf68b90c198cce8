package org.droveway.agent.journal;

import java.util.List;
import org.droveway.protocol.link.MigrationEvent;

/** Events in their order, kept until the engine has stored them. */
public interface Journal {
    /**
     * Gives the step its sequence and writes it; on disk when this returns.
     *
     * @throws java.io.UncheckedIOException if it cannot be written; the sequence is not used then
     */
    MigrationEvent append(Step step);

    /** Newest sequence ever given, 0 if none. */
    long lastSequence();

    /** Events later than the sequence, oldest first. */
    List<MigrationEvent> after(long sequence);

    /** The engine has stored everything up to the sequence; it may be forgotten. */
    void acknowledge(long sequence);
}
