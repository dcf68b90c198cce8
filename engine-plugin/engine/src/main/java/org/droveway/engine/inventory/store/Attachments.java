package org.droveway.engine.inventory.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import org.droveway.engine.inventory.ClusterNetwork;
import org.droveway.engine.inventory.NetworkRole;
import org.droveway.engine.inventory.ObjectChanged.Kind;
import org.droveway.protocol.Refusal;

/** Which networks a cluster has, and what for. */
@ApplicationScoped
@Transactional
public class Attachments {
    @Inject
    InventoryRows rows;

    @Inject
    RunningMigrations running;

    /** All, by cluster and network. */
    public List<ClusterNetwork> list() {
        return rows.all(ClusterNetworkEntity.class, "key.cluster, e.key.network").stream()
                .map(ClusterNetworkEntity::toRecord)
                .toList();
    }

    /** Attaches the network, or changes whether it is required; roles stay. */
    public void attach(String cluster, String network, boolean required) {
        lock(cluster, network);
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

    /**
     * Detaches the network with all its roles in the cluster.
     *
     * @throws org.droveway.engine.inventory.RefusedException if it is the migration network, or a migration uses it, while
     *     VMs of the cluster migrate
     */
    public void detach(String cluster, String network) {
        lock(cluster, network);
        ClusterNetworkEntity row = find(cluster, network);
        running.requireNone(cluster, m -> row.has(NetworkRole.MIGRATION) || m.uses(network));
        rows.entities.remove(row);
        changed(cluster, network);
    }

    /** Until the transaction ends nobody else changes the cluster's networks or their roles, or adds a migration there. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void hold(String cluster, String network) {
        lock(cluster);
        find(cluster, network);
    }

    /** The same, where the network is still to be attached: nobody else changes it either, or attaches it. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void holdToAttach(String cluster, String network) {
        lock(cluster, network);
    }

    /** The running migrations that forbid changing the cluster's migration role, a reason for each. */
    public List<Refusal> obstacles(String cluster) {
        return running.refusals(cluster, m -> true);
    }

    /**
     * Grants the role. Granting the migration role takes it from the network that has it: a cluster has one at most.
     *
     * @throws org.droveway.engine.inventory.RefusedException if it is the migration role and VMs of the cluster migrate
     */
    public void grant(String cluster, String network, NetworkRole role) {
        lock(cluster);
        ClusterNetworkEntity row = find(cluster, network);
        if (row.has(role)) {
            return;
        }
        if (role == NetworkRole.MIGRATION) {
            running.requireNone(cluster, m -> true);
            revokeFromOthers(cluster);
        }
        row.grant(role);
        changed(cluster, network);
    }

    /** Revokes the role, refused as granting it is; harmless if the network does not have it. */
    public void revoke(String cluster, String network, NetworkRole role) {
        lock(cluster);
        ClusterNetworkEntity row = find(cluster, network);
        if (!row.has(role)) {
            return;
        }
        if (role == NetworkRole.MIGRATION) {
            running.requireNone(cluster, m -> true);
        }
        row.revoke(role);
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
        ClusterNetworkKey key = new ClusterNetworkKey(cluster, network);
        return rows.find(ClusterNetworkEntity.class, "network", key, network + " in cluster " + cluster);
    }

    /** Enough to change roles: whoever changes or removes a network takes the lock of every cluster that has it. */
    private void lock(String cluster) {
        rows.lock(ClusterEntity.class, "cluster", cluster);
    }

    /** To attach and detach, so that a network keeps its clusters. In the one order: network, cluster, host, data center. */
    private void lock(String cluster, String network) {
        rows.find(ClusterEntity.class, "cluster", cluster);
        rows.lock(NetworkEntity.class, "network", network);
        lock(cluster);
    }

    private void changed(String cluster, String network) {
        rows.touchPolicy(cluster);
        rows.changed(Kind.CLUSTER, cluster);
        rows.changed(Kind.NETWORK, network);
    }
}
