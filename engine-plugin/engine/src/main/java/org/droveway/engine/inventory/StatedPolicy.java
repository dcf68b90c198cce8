package org.droveway.engine.inventory;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/**
 * A statement as it is kept.
 *
 * @param version grows with every change of it; 0: nothing was ever said
 * @param setBy who said it last; null: nobody yet
 * @param reason why, as it was given
 * @param weakening whether it was set by one who may weaken the wider scopes' security, and did
 */
public record StatedPolicy(
        PolicyStatement says,
        long version,
        @Nullable String setBy,
        @Nullable String reason,
        boolean weakening) {
    /** Of a scope where nobody ever said anything. */
    public static final StatedPolicy NEVER = new StatedPolicy(PolicyStatement.NOTHING, 0, null, null, false);

    public StatedPolicy {
        requireNonNull(says, "says");
        if (weakening) {
            requireNonNull(reason, "reason");
        }
    }
}
