package org.droveway.engine.inventory;

import static java.util.Objects.requireNonNull;

import java.util.Set;

/**
 * A network attached to a cluster.
 *
 * @param required whether every host of the cluster is expected to have it
 */
public record ClusterNetwork(String cluster, String network, Set<NetworkRole> roles, boolean required) {
    public ClusterNetwork {
        requireNonNull(cluster, "cluster");
        requireNonNull(network, "network");
        roles = Set.copyOf(roles);
    }

    /** Whether the network has the role in this cluster. */
    public boolean has(NetworkRole role) {
        return roles.contains(role);
    }
}
