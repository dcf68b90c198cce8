package org.droveway.engine.inventory.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import org.droveway.engine.inventory.DataCenter;
import org.droveway.engine.inventory.MigrationPolicy;
import org.droveway.engine.inventory.ObjectChanged.Kind;
import org.jspecify.annotations.Nullable;

/** Data centers and their migration policy. */
@ApplicationScoped
@Transactional
public class DataCenters {
    private static final String KIND = "data center";

    @Inject
    InventoryRows rows;

    /** All, by name. */
    public List<DataCenter> list() {
        return rows.all(DataCenterEntity.class, "name").stream()
                .map(DataCenterEntity::toRecord)
                .toList();
    }

    /** The one of this name. */
    public DataCenter get(String name) {
        return rows.find(DataCenterEntity.class, KIND, name).toRecord();
    }

    /** The one of this name; nobody else changes or removes it until the caller's transaction ends. */
    @Transactional(Transactional.TxType.MANDATORY)
    public DataCenter lock(String name) {
        return rows.lock(DataCenterEntity.class, KIND, name).toRecord();
    }

    /** A new one without policy. */
    public DataCenter create(String name) {
        rows.requireFree(DataCenterEntity.class, KIND, name);
        DataCenterEntity row = new DataCenterEntity();
        row.name = name;
        row.policyVersion = 1;
        rows.entities.persist(row);
        rows.changed(Kind.DATACENTER, name);
        return row.toRecord();
    }

    /**
     * Sets the policy, or unsets it.
     *
     * @param version the policy version that the caller saw; null: whatever it is
     * @throws StaleVersionException if it is another by now
     */
    public DataCenter setPolicy(String name, @Nullable MigrationPolicy policy, @Nullable Long version) {
        DataCenterEntity row = rows.lock(DataCenterEntity.class, KIND, name);
        if (version != null && version != row.policyVersion) {
            throw new StaleVersionException(KIND + " " + name, version, row.policyVersion);
        }
        row.setPolicy(policy);
        rows.changed(Kind.DATACENTER, name);
        return row.toRecord();
    }

    /** Removes one that has no clusters. */
    public void remove(String name) {
        DataCenterEntity row = rows.lock(DataCenterEntity.class, KIND, name);
        List<String> clusters = rows.entities
                .createQuery(
                        "select c.name from ClusterEntity c where c.dataCenter = :name order by c.name", String.class)
                .setParameter("name", name)
                .getResultList();
        if (!clusters.isEmpty()) {
            throw InventoryRows.inUse(
                    KIND + " " + name,
                    "it has clusters: " + String.join(", ", clusters),
                    "a data center without clusters",
                    "remove its clusters first");
        }
        rows.remove(row, Kind.DATACENTER, name);
    }
}
