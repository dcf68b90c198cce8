package org.droveway.engine.inventory.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

/** The version of the policy as a whole: grows with every change that a plan could depend on. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class PolicyVersions {
    @Inject
    InventoryRows rows;

    /**
     * Whether this is still the version that holds in the cluster; then it stays so until the transaction ends, because a
     * change waits for it. To be called in the transaction that starts what was planned, after any lock on a cluster.
     */
    public boolean holds(String cluster, long version) {
        ClusterEntity row = rows.find(ClusterEntity.class, "cluster", cluster);
        return rows.lock(DataCenterEntity.class, "data center", row.dataCenter).policyVersion == version;
    }
}
