package org.droveway.engine.api.view;

import java.util.List;
import org.droveway.engine.inventory.Cluster;
import org.droveway.engine.inventory.DataCenter;
import org.droveway.engine.inventory.InventorySnapshot;
import org.droveway.engine.inventory.MigrationPolicy;
import org.droveway.engine.inventory.PolicyNetwork;
import org.droveway.protocol.Security;
import org.jspecify.annotations.Nullable;

/** A data center. */
public record DataCenterView(
        String name,
        @Nullable String migration,
        @Nullable Security migrationType,
        @Nullable String migrationNetwork,
        List<String> clusters) {
    /** The view of one data center. */
    public static DataCenterView of(DataCenter dataCenter, InventorySnapshot snapshot) {
        MigrationPolicy policy = dataCenter.migration();
        PolicyNetwork network = policy == null ? null : policy.network();
        List<String> clusters = snapshot.clusters().stream()
                .filter(c -> c.datacenter().equals(dataCenter.name()))
                .map(Cluster::name)
                .sorted()
                .toList();
        return new DataCenterView(
                dataCenter.name(),
                policy == null ? null : policy.text(),
                policy == null ? null : policy.type(),
                network == null ? null : network.text(),
                clusters);
    }
}
