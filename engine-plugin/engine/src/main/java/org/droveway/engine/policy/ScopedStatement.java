package org.droveway.engine.policy;

import static java.util.Objects.requireNonNull;

import org.droveway.engine.inventory.PolicyScope;
import org.droveway.engine.inventory.PolicyStatement;
import org.droveway.engine.inventory.StatedPolicy;
import org.jspecify.annotations.Nullable;

/**
 * What a scope says, with the leave it has.
 *
 * @param name of the data center, cluster or VM; of a request empty
 * @param override whether who said it holds {@code migration-override}
 * @param reason why it weakens the wider scopes' security, if it does
 */
public record ScopedStatement(
        PolicyScope scope,
        String name,
        PolicyStatement says,
        boolean override,
        @Nullable String reason) {
    public ScopedStatement {
        requireNonNull(scope, "scope");
        requireNonNull(name, "name");
        requireNonNull(says, "says");
    }

    /** What a data center or a cluster says. */
    public static ScopedStatement administered(PolicyScope scope, String name, PolicyStatement says) {
        return new ScopedStatement(scope, name, says, false, null);
    }

    /** What is said of a VM. */
    public static ScopedStatement ofVm(String name, StatedPolicy stated) {
        return new ScopedStatement(PolicyScope.VM, name, stated.says(), stated.weakening(), stated.reason());
    }

    /** What a request says. */
    public static ScopedStatement ofRequest(PolicyStatement says, boolean mayOverride, @Nullable String reason) {
        return new ScopedStatement(PolicyScope.OVERRIDE, "", says, mayOverride, reason);
    }

    /** Whether it may weaken what wider scopes say; nothing that only administrators set needs to. */
    boolean mayWeaken() {
        return !scope.isAdministered() && override && reason != null;
    }

    /** For people, for example {@code cluster lab}. */
    public String words() {
        return scope == PolicyScope.OVERRIDE ? "the request" : scope.words() + " " + name;
    }
}
