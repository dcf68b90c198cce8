package org.droveway.engine.inventory.store;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.droveway.engine.inventory.ClusterNetwork;
import org.droveway.engine.inventory.NetworkRole;

/** Row of a network attached to a cluster, with its roles there. */
@Entity
@Table(name = "cluster_network")
class ClusterNetworkEntity {
    @EmbeddedId
    ClusterNetworkKey key = new ClusterNetworkKey();

    boolean required;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(
            name = "cluster_network_role",
            joinColumns = {@JoinColumn(name = "cluster"), @JoinColumn(name = "network")})
    Set<RoleOfNetwork> roles = new HashSet<>();

    ClusterNetwork toRecord() {
        Set<NetworkRole> names = roles.stream().map(r -> r.role).collect(Collectors.toSet());
        return new ClusterNetwork(key.cluster, key.network, names, required);
    }

    boolean has(NetworkRole role) {
        return roles.stream().anyMatch(r -> r.role == role);
    }

    void revoke(NetworkRole role) {
        roles.removeIf(r -> r.role == role);
    }

    void grant(NetworkRole role) {
        roles.add(new RoleOfNetwork(role, key.cluster));
    }
}
