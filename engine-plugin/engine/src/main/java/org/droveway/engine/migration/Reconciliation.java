package org.droveway.engine.migration;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import org.droveway.protocol.MigrationState;

/** What the engine does about a migration that it finds unfinished after a restart or a lost connection. */
public sealed interface Reconciliation {
    /** Nothing: it has ended. */
    record Settled() implements Reconciliation {}

    /**
     * Nothing yet: somebody who knows more will tell, or time decides.
     *
     * @param until what it waits for, a sentence for people
     */
    record Wait(String until) implements Reconciliation {
        public Wait {
            requireNonNull(until, "until");
        }
    }

    /**
     * It has ended, and nobody else will say so.
     *
     * @param vmHost where the VM is, empty if not known
     */
    record End(MigrationState state, Optional<String> vmHost, String detail) implements Reconciliation {
        public End {
            requireNonNull(state, "state");
            requireNonNull(vmHost, "vmHost");
            requireNonNull(detail, "detail");
            if (!state.isEnd()) {
                throw new IllegalArgumentException(state + " is no end");
            }
        }
    }
}
