package org.droveway.engine.network;

import org.jspecify.annotations.Nullable;

/**
 * What a request says about the network.
 *
 * @param override name or CIDR; null: none
 * @param allowManagement rule 1's exception was asked for
 * @param mayOverride whether the requester holds {@code migration-override}
 */
public record NetworkWish(@Nullable String override, boolean allowManagement, boolean mayOverride) {
    /** Leaves everything to policy. */
    public static final NetworkWish NONE = new NetworkWish(null, false, false);
}
