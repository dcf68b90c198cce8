package org.droveway.engine.network;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.droveway.engine.inventory.ClusterNetwork;
import org.droveway.engine.inventory.DataCenter;
import org.droveway.engine.inventory.Host;
import org.droveway.engine.inventory.InventorySnapshot;
import org.droveway.engine.inventory.Network;
import org.droveway.engine.inventory.NetworkRole;
import org.droveway.engine.inventory.UnknownObjectException;
import org.droveway.engine.network.RolePreview.HostAddress;
import org.droveway.protocol.Refusal;
import org.droveway.protocol.RefusalCode;

/** What comes of granting or revoking the migration role: decided from what is, before anything is changed. */
public final class RoleRule {
    private final InventorySnapshot after;
    private final RoleChange change;

    private RoleRule(InventorySnapshot before, RoleChange change) {
        this.after = with(before, change);
        this.change = change;
    }

    /**
     * The address of each host of the cluster after the change, the errors that forbid it, and the warnings.
     *
     * @throws UnknownObjectException if the network is not attached to the cluster
     */
    public static RolePreview decide(InventorySnapshot before, RoleChange change) {
        return new RoleRule(before, change).decide();
    }

    private RolePreview decide() {
        DataCenter datacenter = after.datacenterOf(change.cluster())
                .orElseThrow(() -> new UnknownObjectException("cluster", change.cluster()));
        NetworkDecision decision = new NetworkRule(after, change.cluster(), datacenter).decide(NetworkWish.NONE);
        List<Host> hosts = after.hostsOf(change.cluster()).stream()
                .sorted(Comparator.comparing(Host::name))
                .toList();
        List<EndpointDecision> ends =
                hosts.stream().map(host -> end(host, decision)).toList();
        List<HostAddress> addresses = new ArrayList<>();
        List<Refusal> warnings = new ArrayList<>();
        for (int i = 0; i < hosts.size(); i++) {
            if (ends.get(i) instanceof EndpointDecision.Found found) {
                addresses.add(HostAddress.of(found.endpoint()));
            } else if (ends.get(i) instanceof EndpointDecision.Refused refused) {
                addresses.add(HostAddress.none(hosts.get(i).name(), refused.refusal()));
                warnings.add(refused.refusal());
            }
        }
        String network = decision instanceof NetworkDecision.Chosen chosen
                ? chosen.choice().name()
                : null;
        RolePreview preview = new RolePreview(change.cluster(), network, addresses, List.of(), warnings);
        return change.granted() ? new RoleChecks(after, attachment(after, change), preview).judge() : preview;
    }

    private static EndpointDecision end(Host host, NetworkDecision decision) {
        if (decision instanceof NetworkDecision.Refused refused) {
            return new EndpointDecision.Refused(Refusal.of(
                    RefusalCode.HOST_WITHOUT_ADDRESS,
                    "host " + host.name(),
                    refused.refusal().found(),
                    refused.refusal().needed(),
                    refused.refusal().remedy()));
        }
        return UsableAddress.of(host, ((NetworkDecision.Chosen) decision).choice());
    }

    private static ClusterNetwork attachment(InventorySnapshot snapshot, RoleChange change) {
        return snapshot.attachmentsOf(change.cluster()).stream()
                .filter(a -> a.network().equals(change.network()))
                .findFirst()
                .orElseThrow(() ->
                        new UnknownObjectException("network", change.network() + " in cluster " + change.cluster()));
    }

    private static InventorySnapshot with(InventorySnapshot before, RoleChange change) {
        ClusterNetwork target = attachment(before, change);
        List<ClusterNetwork> attachments = before.attachments().stream()
                .map(a -> a.cluster().equals(change.cluster()) ? with(a, a.equals(target), change) : a)
                .toList();
        return new InventorySnapshot(
                before.datacenters(),
                before.clusters(),
                before.networks(),
                attachments,
                before.hosts(),
                before.vms(),
                before.migrations(),
                before.statements());
    }

    /** Granting takes the role from the others; revoking takes it from the one. */
    private static ClusterNetwork with(ClusterNetwork before, boolean target, RoleChange change) {
        Set<NetworkRole> roles = EnumSet.noneOf(NetworkRole.class);
        roles.addAll(before.roles());
        if (target && change.granted()) {
            roles.add(NetworkRole.MIGRATION);
        } else if (target || change.granted()) {
            roles.remove(NetworkRole.MIGRATION);
        }
        return new ClusterNetwork(before.cluster(), before.network(), roles, before.required());
    }

    /** The other networks of the cluster. */
    static Stream<Network> others(InventorySnapshot snapshot, ClusterNetwork attachment) {
        return snapshot.attachmentsOf(attachment.cluster()).stream()
                .filter(a -> !a.network().equals(attachment.network()))
                .flatMap(a -> snapshot.network(a.network()).stream())
                .sorted(Comparator.comparing(Network::name));
    }
}
