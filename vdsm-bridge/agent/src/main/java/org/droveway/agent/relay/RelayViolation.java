package org.droveway.agent.relay;

import org.jspecify.annotations.Nullable;

/** Something on the control connection that a migration does not need; the connection is closed. */
public final class RelayViolation extends Exception {
    private static final long serialVersionUID = 1L;

    private final @Nullable Integer procedure;

    RelayViolation(@Nullable Integer procedure, String message) {
        super(message);
        this.procedure = procedure;
    }

    /** Number of the procedure that was called; null if the bytes did not get that far. */
    public @Nullable Integer procedure() {
        return procedure;
    }
}
