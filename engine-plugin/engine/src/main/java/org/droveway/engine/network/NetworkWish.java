package org.droveway.engine.network;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/**
 * What request and policy say about the network.
 *
 * @param override name or CIDR that the request names; null: none
 * @param management whether rule 1's exception may be made
 */
public record NetworkWish(@Nullable String override, ManagementLeave management) {
    /** Leaves everything to policy. */
    public static final NetworkWish NONE = new NetworkWish(null, ManagementLeave.NOT_ASKED);

    public NetworkWish {
        requireNonNull(management, "management");
    }

    /**
     * What a request says where policy is silent.
     *
     * @param allowManagement rule 1's exception was asked for
     * @param mayOverride whether the requester holds {@code migration-override}
     */
    public NetworkWish(@Nullable String override, boolean allowManagement, boolean mayOverride) {
        this(override, ManagementLeave.ofRequest(allowManagement, mayOverride));
    }
}
