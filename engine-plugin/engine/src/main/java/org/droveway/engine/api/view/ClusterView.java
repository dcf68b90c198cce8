package org.droveway.engine.api.view;

import java.util.Comparator;
import java.util.List;
import org.droveway.engine.inventory.Cluster;
import org.droveway.engine.inventory.Host;
import org.droveway.engine.inventory.InventorySnapshot;
import org.droveway.engine.inventory.NetworkRole;

/** A cluster. */
public record ClusterView(String name, String datacenter, List<String> hosts, List<NetworkInCluster> networks) {
    /** A network of the cluster, by its name. */
    public record NetworkInCluster(String name, List<NetworkRole> roles, boolean required) {}

    /** The view of one cluster. */
    public static ClusterView of(Cluster cluster, InventorySnapshot snapshot) {
        List<NetworkInCluster> networks = snapshot.attachmentsOf(cluster.name()).stream()
                .map(a -> new NetworkInCluster(
                        a.network(), a.roles().stream().sorted().toList(), a.required()))
                .sorted(Comparator.comparing(NetworkInCluster::name))
                .toList();
        List<String> hosts = snapshot.hostsOf(cluster.name()).stream()
                .map(Host::name)
                .sorted()
                .toList();
        return new ClusterView(cluster.name(), cluster.datacenter(), hosts, networks);
    }
}
