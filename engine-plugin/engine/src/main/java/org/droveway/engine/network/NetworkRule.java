package org.droveway.engine.network;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.droveway.engine.address.Cidr;
import org.droveway.engine.inventory.DataCenter;
import org.droveway.engine.inventory.InventorySnapshot;
import org.droveway.engine.inventory.MigrationPolicy;
import org.droveway.engine.inventory.Network;
import org.droveway.engine.inventory.NetworkRole;
import org.droveway.engine.inventory.PolicyNetwork;
import org.droveway.protocol.Refusal;
import org.droveway.protocol.RefusalCode;

/**
 * Rule 4: override, else the cluster's migration role, else the data center's CIDR, else the management network if rule 1's
 * exception was asked for by one who may.
 */
public final class NetworkRule {
    private final InventorySnapshot snapshot;
    private final String cluster;
    private final DataCenter datacenter;

    public NetworkRule(InventorySnapshot snapshot, String cluster, DataCenter datacenter) {
        this.snapshot = snapshot;
        this.cluster = cluster;
        this.datacenter = datacenter;
    }

    /**
     * Chooses, or says why not.
     *
     * @throws org.droveway.engine.inventory.UnknownObjectException if the override is the name of no network at all
     * @throws org.droveway.engine.inventory.InvalidInputException if the override has a slash and is no network's CIDR
     */
    public NetworkDecision decide(NetworkWish wish) {
        if (wish.override() != null) {
            return new NetworkOverride(snapshot, cluster).decide(wish.override(), wish);
        }
        Optional<Network> role = snapshot.networkWithRole(cluster, NetworkRole.MIGRATION);
        if (role.isPresent()) {
            String reason = "it has the migration role in cluster " + cluster;
            return new NetworkDecision.Chosen(
                    logical(role.get(), isManagement(role.get()), true, reason), overshadowed(role.get()));
        }
        MigrationPolicy policy = datacenter.migration();
        if (policy != null && policy.network() != null) {
            return new NetworkDecision.Chosen(byPolicy(policy.network()), List.of());
        }
        return byException(
                wish,
                "no network has the migration role in cluster " + cluster + ", and data center " + datacenter.name()
                        + " names none");
    }

    private List<String> overshadowed(Network role) {
        MigrationPolicy policy = datacenter.migration();
        List<String> warnings = new ArrayList<>();
        if (policy != null && policy.network() != null) {
            PolicyNetwork network = policy.network();
            if (!network.cidr().network().equals(role.cidr())) {
                warnings.add("the CIDR " + network.text() + " of data center " + datacenter.name()
                        + " is overshadowed by the migration role of network " + role.name() + " (" + role.cidr()
                        + ")");
            }
        }
        return warnings;
    }

    private NetworkChoice byPolicy(PolicyNetwork policy) {
        Cidr cidr = policy.cidr().network();
        String reason = "data center " + datacenter.name() + " names " + policy.text()
                + ", and no network has the migration role in cluster " + cluster;
        return attachedWith(cidr)
                .map(network -> logical(network, isManagement(network), true, reason))
                .orElseGet(() -> new NetworkChoice(policy.text(), false, cidr, null, false, true, reason));
    }

    /**
     * The management network, for a request that allows it by one who may; else why not.
     *
     * @param why what made the exception necessary
     */
    public NetworkDecision byException(NetworkWish wish, String why) {
        Optional<Network> management = snapshot.networkWithRole(cluster, NetworkRole.MANAGEMENT);
        ManagementLeave leave = wish.management();
        if (!leave.asked() || management.isEmpty()) {
            return new NetworkDecision.Refused(noNetwork(leave.asked()));
        }
        if (!leave.granted()) {
            return new NetworkDecision.Refused(ManagementException.notAllowed(management.get(), leave.reason()));
        }
        String reason = why + "; " + leave.reason();
        return new NetworkDecision.Chosen(logical(management.get(), true, false, reason), List.of());
    }

    private Refusal noNetwork(boolean managementAllowed) {
        String found = "no network has the migration role, and data center " + datacenter.name() + " names no CIDR"
                + (managementAllowed ? "; no network has the management role either" : "");
        return Refusal.of(
                RefusalCode.NO_MIGRATION_NETWORK,
                "cluster " + cluster,
                found,
                "a migration network",
                "grant a network of the cluster the migration role, or set a network in the data center's migration policy");
    }

    private Optional<Network> attachedWith(Cidr cidr) {
        return snapshot.attachmentsOf(cluster).stream()
                .flatMap(a -> snapshot.network(a.network()).stream())
                .filter(n -> n.cidr().equals(cidr))
                .min(Comparator.comparing(Network::name));
    }

    private boolean isManagement(Network network) {
        return ManagementException.isManagement(snapshot, cluster, network);
    }

    static NetworkChoice logical(Network network, boolean management, boolean byPolicy, String reason) {
        return new NetworkChoice(network.name(), true, network.cidr(), network.mtu(), management, byPolicy, reason);
    }
}
