package org.droveway.engine.network;

import static java.util.Objects.requireNonNull;

/**
 * Somebody wants to grant the migration role in a cluster, or to revoke it.
 *
 * @param network an attached one
 * @param granted false: revoked
 */
public record RoleChange(String cluster, String network, boolean granted) {
    public RoleChange {
        requireNonNull(cluster, "cluster");
        requireNonNull(network, "network");
    }
}
