package org.droveway.engine.api.view;

import java.util.Comparator;
import java.util.List;
import org.droveway.engine.inventory.ClusterNetwork;
import org.droveway.engine.inventory.InventorySnapshot;
import org.droveway.engine.inventory.Network;
import org.droveway.engine.inventory.NetworkRole;

/**
 * A network.
 *
 * @param roles in any of its clusters
 */
public record NetworkView(String name, String cidr, int mtu, List<NetworkRole> roles, List<ClusterOfNetwork> clusters) {
    /** A cluster that has the network, by its name. */
    public record ClusterOfNetwork(String name, List<NetworkRole> roles, boolean required) {}

    /** The view of one network. */
    public static NetworkView of(Network network, InventorySnapshot snapshot) {
        List<ClusterNetwork> attachments = snapshot.attachments().stream()
                .filter(a -> a.network().equals(network.name()))
                .sorted(Comparator.comparing(ClusterNetwork::cluster))
                .toList();
        List<NetworkRole> roles = attachments.stream()
                .flatMap(a -> a.roles().stream())
                .distinct()
                .sorted()
                .toList();
        List<ClusterOfNetwork> clusters = attachments.stream()
                .map(a -> new ClusterOfNetwork(
                        a.cluster(), a.roles().stream().sorted().toList(), a.required()))
                .toList();
        return new NetworkView(network.name(), network.cidr().toString(), network.mtu(), roles, clusters);
    }
}
