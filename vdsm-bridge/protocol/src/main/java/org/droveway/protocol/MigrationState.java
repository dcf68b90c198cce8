package org.droveway.protocol;

/** States of a migration, in the order of its life (design section 5). */
public enum MigrationState {
    REQUESTED,
    QUEUED,
    PLANNED,
    NEGOTIATED,
    PINHOLE_OPEN,
    COPYING,
    SWITCHOVER,
    POSTCOPY,
    POSTCOPY_PAUSED,
    CANCELLING,
    CLOSING,
    COMPLETED(true),
    REFUSED(true),
    CANCELLED(true),
    FAILED(true),
    NEEDS_ATTENTION(true);

    private final boolean end;

    MigrationState() {
        this(false);
    }

    MigrationState(boolean end) {
        this.end = end;
    }

    /** Whether nothing follows this state. */
    public boolean isEnd() {
        return end;
    }
}
