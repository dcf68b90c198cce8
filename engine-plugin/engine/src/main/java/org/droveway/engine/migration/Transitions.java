package org.droveway.engine.migration;

import org.droveway.protocol.MigrationState;

/**
 * Which state may follow which. States only go forward; those in between may be skipped, because an agent's events can be
 * late or lost while the newest one tells the truth.
 */
final class Transitions {
    private Transitions() {}

    static boolean allowed(MigrationState from, MigrationState to) {
        if (from.isEnd()) {
            return false;
        }
        return switch (to) {
            case REFUSED -> rank(from) < rank(MigrationState.COPYING);
            case CANCELLED, FAILED, NEEDS_ATTENTION, COMPLETED -> true;
            case CANCELLING -> rank(from) < rank(MigrationState.SWITCHOVER) && from != to;
            case POSTCOPY, POSTCOPY_PAUSED -> rank(from) <= rank(to) && from != to;
            default -> rank(from) < rank(to);
        };
    }

    /** Place in a migration's life; states that may alternate share one. */
    static int rank(MigrationState state) {
        return switch (state) {
            case REQUESTED -> 0;
            case QUEUED -> 1;
            case PLANNED -> 2;
            case NEGOTIATED -> 3;
            case PINHOLE_OPEN -> 4;
            case COPYING -> 5;
            case CANCELLING -> 6;
            case SWITCHOVER -> 7;
            case POSTCOPY, POSTCOPY_PAUSED -> 8;
            case CLOSING -> 9;
            case COMPLETED, REFUSED, CANCELLED, FAILED, NEEDS_ATTENTION -> 10;
        };
    }
}
