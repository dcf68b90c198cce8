package org.droveway.engine.network;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.droveway.protocol.Refusal;

/** What the network choice came to. */
public sealed interface NetworkDecision {
    /**
     * There is a network.
     *
     * @param warnings what was overshadowed, a sentence each
     */
    record Chosen(NetworkChoice choice, List<String> warnings) implements NetworkDecision {
        public Chosen {
            requireNonNull(choice, "choice");
            warnings = List.copyOf(warnings);
        }
    }

    /** There is none, or it may not be used. */
    record Refused(Refusal refusal) implements NetworkDecision {
        public Refused {
            requireNonNull(refusal, "refusal");
        }
    }
}
