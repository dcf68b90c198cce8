package org.droveway.engine.network;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.droveway.engine.address.AddressSyntaxException;
import org.droveway.engine.address.Cidr;
import org.droveway.engine.inventory.ClusterNetwork;
import org.droveway.engine.inventory.InvalidInputException;
import org.droveway.engine.inventory.InventorySnapshot;
import org.droveway.engine.inventory.Network;
import org.droveway.engine.inventory.UnknownObjectException;
import org.droveway.protocol.Refusal;
import org.droveway.protocol.RefusalCode;

/** The network that a request names: it must be one of the cluster's. */
final class NetworkOverride {
    private final InventorySnapshot snapshot;
    private final String cluster;

    NetworkOverride(InventorySnapshot snapshot, String cluster) {
        this.snapshot = snapshot;
        this.cluster = cluster;
    }

    NetworkDecision decide(String override, NetworkWish wish) {
        Optional<Network> attached =
                override.indexOf('/') >= 0 ? attachedWith(cidr(override)) : attachedNamed(override);
        if (attached.isEmpty()) {
            return new NetworkDecision.Refused(notOfCluster(override));
        }
        Network network = attached.get();
        boolean management = ManagementException.isManagement(snapshot, cluster, network);
        if (management && !wish.management().granted()) {
            String found = wish.management().asked()
                    ? wish.management().reason()
                    : "the request names the management network without allowing it";
            return new NetworkDecision.Refused(ManagementException.notAllowed(network, found));
        }
        return new NetworkDecision.Chosen(
                NetworkRule.logical(network, management, false, "the request names " + override), List.of());
    }

    /** Host bits are allowed in a policy's text only: here they are an address taken for its network. */
    private static Cidr cidr(String override) {
        try {
            return Cidr.parseNetwork(override);
        } catch (AddressSyntaxException e) {
            throw new InvalidInputException("network: " + e.getMessage(), e);
        }
    }

    private Optional<Network> attachedWith(Cidr cidr) {
        return attached().stream().filter(n -> n.cidr().equals(cidr)).findFirst();
    }

    private Optional<Network> attachedNamed(String name) {
        if (snapshot.network(name).isEmpty()) {
            String known =
                    snapshot.networks().stream().map(Network::name).sorted().collect(Collectors.joining(", "));
            throw new UnknownObjectException(
                    "network",
                    name,
                    "there is no network " + name + "; needed " + (known.isEmpty() ? "" : "one of " + known + ", or ")
                            + "a CIDR, for example 10.1.2.0/24");
        }
        return attached().stream().filter(n -> n.name().equals(name)).findFirst();
    }

    private List<Network> attached() {
        return snapshot.attachmentsOf(cluster).stream()
                .map(ClusterNetwork::network)
                .flatMap(name -> snapshot.network(name).stream())
                .sorted(Comparator.comparing(Network::name))
                .toList();
    }

    private Refusal notOfCluster(String override) {
        List<String> names =
                attached().stream().map(n -> n.name() + " (" + n.cidr() + ")").toList();
        return Refusal.of(
                RefusalCode.NETWORK_NOT_OF_CLUSTER,
                "network " + override,
                "cluster " + cluster + " has " + (names.isEmpty() ? "no network" : String.join(", ", names)),
                "a network attached to cluster " + cluster,
                "name one of these, or attach the network to the cluster");
    }
}
