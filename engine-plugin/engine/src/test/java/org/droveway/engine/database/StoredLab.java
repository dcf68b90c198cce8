package org.droveway.engine.database;

import java.time.Instant;
import java.util.List;
import org.droveway.engine.inventory.NetworkRole;
import org.droveway.engine.inventory.store.Attachments;
import org.droveway.engine.inventory.store.Clusters;
import org.droveway.engine.inventory.store.DataCenters;
import org.droveway.engine.inventory.store.Hosts;
import org.droveway.engine.inventory.store.Networks;
import org.droveway.engine.sample.Sample;
import org.droveway.engine.sample.SampleHost;
import org.droveway.protocol.host.HostMode;

/**
 * Cluster lab with hosts h1 (where vm1 runs) to h3, network migration with the role, and network spare, in which no host has
 * an address.
 */
final class StoredLab {
    private StoredLab() {}

    /** The stores on a new database, still without anything in it. */
    static Stores open(Database database) {
        Stores stores = new Stores(database.empty());
        hosts().forEach(stores.platform()::add);
        return stores;
    }

    /** Puts everything in that the lab has, and nothing else. */
    static void fill(Stores stores) {
        stores.sql(
                "delete from migration",
                "delete from host_pin",
                "delete from host",
                "delete from cluster_network_role",
                "delete from cluster_network",
                "delete from network",
                "delete from cluster",
                "delete from data_center");
        stores.get(DataCenters.class).create("lab");
        stores.get(Clusters.class).create("lab", "lab");
        network(stores, "management", "10.61.0.0/24");
        network(stores, "migration", "10.62.0.0/24");
        network(stores, "spare", "10.64.0.0/24");
        stores.get(Attachments.class).grant("lab", "management", NetworkRole.MANAGEMENT);
        stores.get(Attachments.class).grant("lab", "migration", NetworkRole.MIGRATION);
        for (SampleHost host : hosts()) {
            stores.get(Hosts.class).enrol(host.host().name(), "lab", Instant.now());
            stores.get(Hosts.class).setMode(host.host().name(), HostMode.ENFORCE);
        }
    }

    static void endMigrations(Stores stores) {
        stores.sql("update migration set state = 'COMPLETED', running_vm = null, ended_at = current_timestamp"
                + " where running_vm is not null");
    }

    private static void network(Stores stores, String name, String cidr) {
        stores.get(Networks.class).create(name, cidr, 1500);
        stores.get(Attachments.class).attach("lab", name, false);
    }

    private static List<SampleHost> hosts() {
        return List.of(SampleHost.number(1).vm(Sample.vm(1)), SampleHost.number(2), SampleHost.number(3));
    }
}
