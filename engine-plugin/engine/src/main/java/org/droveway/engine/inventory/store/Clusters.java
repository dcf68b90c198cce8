package org.droveway.engine.inventory.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import org.droveway.engine.inventory.Cluster;
import org.droveway.engine.inventory.ObjectChanged.Kind;

/** Clusters. */
@ApplicationScoped
@Transactional
public class Clusters {
    private static final String KIND = "cluster";

    @Inject
    InventoryRows rows;

    /** All, by name. */
    public List<Cluster> list() {
        return rows.all(ClusterEntity.class, "name").stream()
                .map(ClusterEntity::toRecord)
                .toList();
    }

    /** The one of this name. */
    public Cluster get(String name) {
        return rows.find(ClusterEntity.class, KIND, name).toRecord();
    }

    /** A new one in a data center that is there. */
    public Cluster create(String name, String dataCenter) {
        rows.requireFree(ClusterEntity.class, KIND, name);
        rows.lock(DataCenterEntity.class, "data center", dataCenter);
        ClusterEntity row = new ClusterEntity();
        row.name = name;
        row.dataCenter = dataCenter;
        rows.entities.persist(row);
        rows.changed(Kind.CLUSTER, name);
        rows.changed(Kind.DATACENTER, dataCenter);
        return row.toRecord();
    }

    /** Until the transaction ends nobody else adds a migration in the cluster, or changes its networks, roles and pins. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void hold(String name) {
        rows.lock(ClusterEntity.class, KIND, name);
    }

    /** Removes one that has no hosts; its networks stay, detached. */
    public void remove(String name) {
        ClusterEntity row = rows.lock(ClusterEntity.class, KIND, name);
        List<String> hosts = rows.entities
                .createQuery("select h.name from HostEntity h where h.cluster = :name order by h.name", String.class)
                .setParameter("name", name)
                .getResultList();
        if (!hosts.isEmpty()) {
            throw InventoryRows.inUse(
                    KIND + " " + name,
                    "it has hosts: " + String.join(", ", hosts),
                    "a cluster without hosts",
                    "remove its hosts first");
        }
        List<ClusterNetworkEntity> attachments = rows.entities
                .createQuery(
                        "select a from ClusterNetworkEntity a where a.key.cluster = :name", ClusterNetworkEntity.class)
                .setParameter("name", name)
                .getResultList();
        for (ClusterNetworkEntity attachment : attachments) {
            rows.entities.remove(attachment);
            rows.changed(Kind.NETWORK, attachment.key.network);
        }
        rows.remove(row, Kind.CLUSTER, name);
        rows.changed(Kind.DATACENTER, row.dataCenter);
    }
}
