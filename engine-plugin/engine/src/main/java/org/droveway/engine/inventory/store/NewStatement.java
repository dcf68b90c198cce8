package org.droveway.engine.inventory.store;

import static java.util.Objects.requireNonNull;

import org.droveway.engine.inventory.PolicyStatement;
import org.jspecify.annotations.Nullable;

/**
 * What is to be said of a scope from now on.
 *
 * @param setBy who says it
 * @param reason why
 * @param weakening whether it makes a VM less secure than the wider scopes demand, by one who may
 */
public record NewStatement(
        PolicyStatement says, String setBy, @Nullable String reason, boolean weakening) {
    public NewStatement {
        requireNonNull(says, "says");
        requireNonNull(setBy, "setBy");
        if (weakening) {
            requireNonNull(reason, "reason");
        }
    }
}
