package org.droveway.engine.migration.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.droveway.engine.inventory.DataCenter;
import org.droveway.engine.inventory.Host;
import org.droveway.engine.inventory.HostState;
import org.droveway.engine.inventory.HostStatus;
import org.droveway.engine.inventory.Inventory;
import org.droveway.engine.inventory.InventorySnapshot;
import org.droveway.engine.inventory.store.Attachments;
import org.droveway.engine.inventory.store.Clusters;
import org.droveway.engine.inventory.store.DataCenters;
import org.droveway.engine.inventory.store.EnrolledHost;
import org.droveway.engine.inventory.store.Hosts;
import org.droveway.engine.inventory.store.Networks;
import org.droveway.engine.inventory.store.Statements;
import org.droveway.engine.migration.Migration;
import org.droveway.engine.migration.store.MigrationStore;

/** Puts together what administrators decided, what the platform says and what runs. */
@ApplicationScoped
@Transactional
public class SnapshotReader {
    @Inject
    DataCenters dataCenters;

    @Inject
    Clusters clusters;

    @Inject
    Networks networks;

    @Inject
    Attachments attachments;

    @Inject
    Hosts hosts;

    @Inject
    Inventory inventory;

    @Inject
    MigrationStore migrations;

    @Inject
    Statements statements;

    /** Everything there is, now. */
    public InventorySnapshot read() {
        // First: what changes while the rest is read makes a plan under an older version, which is planned again.
        List<DataCenter> versions = dataCenters.list();
        Map<String, HostStatus> heard =
                inventory.hosts().stream().collect(Collectors.toMap(HostStatus::name, Function.identity()));
        List<Host> known = hosts.list().stream().map(host -> join(host, heard)).toList();
        return new InventorySnapshot(
                versions,
                clusters.list(),
                networks.list(),
                attachments.list(),
                known,
                inventory.vms(),
                migrations.unfinished().stream().map(Migration::running).toList(),
                statements.list());
    }

    private static Host join(EnrolledHost host, Map<String, HostStatus> heard) {
        HostStatus stored =
                new HostStatus(host.name(), HostState.DOWN, host.report(), host.lastSeen(), host.capabilities());
        return new Host(heard.getOrDefault(host.name(), stored), host.cluster(), host.mode(), host.pins());
    }
}
