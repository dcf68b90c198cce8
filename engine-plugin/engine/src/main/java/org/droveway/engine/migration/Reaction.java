package org.droveway.engine.migration;

import static java.util.Objects.requireNonNull;

/** What an event did to a migration's record. */
public record Reaction(Migration migration, Effect effect) {
    /** The kinds of effect. */
    public enum Effect {
        /** It brought the migration forward. */
        ADVANCED,
        /** It came late: it is recorded, the state stands. */
        RECORDED,
        /** It was known. */
        REPEATED,
        /** It speaks against the end that the migration already has; only the record says so. */
        CONTRADICTED
    }

    public Reaction {
        requireNonNull(migration, "migration");
        requireNonNull(effect, "effect");
    }

    /** Whether there is something new to persist. */
    public boolean isChange() {
        return effect != Effect.REPEATED;
    }
}
