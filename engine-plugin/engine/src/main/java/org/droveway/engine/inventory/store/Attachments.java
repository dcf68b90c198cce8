package org.droveway.engine.inventory.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import org.droveway.engine.inventory.ClusterNetwork;
import org.droveway.engine.inventory.NetworkRole;
import org.droveway.engine.inventory.ObjectChanged.Kind;

/** Which networks a cluster has, and what for. */
@ApplicationScoped
@Transactional
public class Attachments {
    @Inject
    InventoryRows rows;

    /** All, by cluster and network. */
    public List<ClusterNetwork> list() {
        return rows.all(ClusterNetworkEntity.class, "key.cluster, e.key.network").stream()
                .map(ClusterNetworkEntity::toRecord)
                .toList();
    }

    /** Attaches the network, or changes whether it is required; roles stay. */
    public void attach(String cluster, String network, boolean required) {
        rows.lock(ClusterEntity.class, "cluster", cluster);
        rows.find(NetworkEntity.class, "network", network);
        ClusterNetworkKey key = new ClusterNetworkKey(cluster, network);
        ClusterNetworkEntity row = rows.entities.find(ClusterNetworkEntity.class, key);
        if (row == null) {
            row = new ClusterNetworkEntity();
            row.key = key;
            rows.entities.persist(row);
        }
        row.required = required;
        changed(cluster, network);
    }

    /** Detaches the network with all its roles in the cluster. */
    public void detach(String cluster, String network) {
        rows.entities.remove(find(cluster, network));
        changed(cluster, network);
    }

    /** Grants the role. Granting the migration role takes it from the network that has it: a cluster has one at most. */
    public void grant(String cluster, String network, NetworkRole role) {
        ClusterNetworkEntity row = find(cluster, network);
        if (row.has(role)) {
            return;
        }
        if (role == NetworkRole.MIGRATION) {
            revokeFromOthers(cluster);
        }
        row.grant(role);
        changed(cluster, network);
    }

    /** Revokes the role; harmless if the network does not have it. */
    public void revoke(String cluster, String network, NetworkRole role) {
        find(cluster, network).revoke(role);
        changed(cluster, network);
    }

    private void revokeFromOthers(String cluster) {
        for (ClusterNetworkEntity other : of(cluster)) {
            if (other.has(NetworkRole.MIGRATION)) {
                other.revoke(NetworkRole.MIGRATION);
                rows.changed(Kind.NETWORK, other.key.network);
            }
        }
        rows.entities.flush();
    }

    private List<ClusterNetworkEntity> of(String cluster) {
        return rows.entities
                .createQuery(
                        "select a from ClusterNetworkEntity a where a.key.cluster = :name", ClusterNetworkEntity.class)
                .setParameter("name", cluster)
                .getResultList();
    }

    private ClusterNetworkEntity find(String cluster, String network) {
        rows.lock(ClusterEntity.class, "cluster", cluster);
        rows.find(NetworkEntity.class, "network", network);
        ClusterNetworkKey key = new ClusterNetworkKey(cluster, network);
        return rows.find(ClusterNetworkEntity.class, "network", key, network + " in cluster " + cluster);
    }

    private void changed(String cluster, String network) {
        rows.touchPolicy(cluster);
        rows.changed(Kind.CLUSTER, cluster);
        rows.changed(Kind.NETWORK, network);
    }
}
