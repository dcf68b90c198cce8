package org.droveway.engine.api.view;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.droveway.engine.inventory.PolicyScope;
import org.droveway.engine.inventory.PolicyStatement;
import org.droveway.engine.inventory.StatedPolicy;
import org.jspecify.annotations.Nullable;

/**
 * What a scope says.
 *
 * @param name of the data center, cluster or VM
 * @param version grows with every change; 0: nothing was ever said
 */
public record PolicyView(
        String scope,
        String name,
        long version,
        @Nullable String setBy,
        @Nullable String reason,
        boolean weakening,
        @JsonUnwrapped PolicyStatement says) {
    /** The view of one statement. */
    public static PolicyView of(PolicyScope scope, String name, StatedPolicy stated) {
        return new PolicyView(
                ScopeWord.of(scope),
                name,
                stated.version(),
                stated.setBy(),
                stated.reason(),
                stated.weakening(),
                stated.says());
    }
}
