package org.droveway.engine.migration;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import org.droveway.protocol.MigrationState;
import org.jspecify.annotations.Nullable;

/**
 * A state that a migration was in.
 *
 * @param at by the clock of who saw it: engine or agent
 * @param detail a sentence for people; null when the state says it all
 */
public record MigrationStep(
        MigrationState state, Instant at, @Nullable String detail) {
    public MigrationStep {
        requireNonNull(state, "state");
        requireNonNull(at, "at");
    }
}
