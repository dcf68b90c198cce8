package org.droveway.engine.network;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.droveway.engine.inventory.ClusterNetwork;
import org.droveway.engine.inventory.InventorySnapshot;
import org.droveway.engine.inventory.Network;
import org.droveway.engine.inventory.NetworkRole;
import org.droveway.engine.inventory.UnknownObjectException;
import org.droveway.engine.inventory.Vm;
import org.droveway.engine.network.RolePreview.HostAddress;
import org.droveway.protocol.Refusal;
import org.droveway.protocol.RefusalCode;

/** What speaks against a network as the migration network of a cluster: errors, and the few warnings there are. */
final class RoleChecks {
    private final InventorySnapshot snapshot;
    private final ClusterNetwork attachment;
    private final Network network;
    private final RolePreview addresses;

    RoleChecks(InventorySnapshot snapshot, ClusterNetwork attachment, RolePreview addresses) {
        this.snapshot = snapshot;
        this.attachment = attachment;
        this.network = snapshot.network(attachment.network())
                .orElseThrow(() -> new UnknownObjectException("network", attachment.network()));
        this.addresses = addresses;
    }

    /** The errors. */
    List<Obstacle> obstacles() {
        List<Obstacle> errors = new ArrayList<>();
        others().filter(other -> other.cidr().overlaps(network.cidr()))
                .forEach(other -> errors.add(new Obstacle(other.name(), overlap(other))));
        if (network.cidr().hostAddresses() < addresses.hosts().size()) {
            errors.add(new Obstacle(network.name(), tooFew()));
        }
        if (attachment.required()) {
            otherMtus().forEach(host -> errors.add(new Obstacle(host.host(), mtu(host))));
        }
        return errors;
    }

    /** The preview with errors and warnings. */
    RolePreview judge() {
        List<Refusal> warnings = new ArrayList<>(addresses.warnings());
        if (!attachment.required()) {
            otherMtus().forEach(host -> warnings.add(mtu(host)));
        }
        addresses.hosts().forEach(host -> vmsOn(host).forEach(warnings::add));
        if (attachment.has(NetworkRole.VM)) {
            warnings.add(meantForVms());
        }
        List<Refusal> errors = obstacles().stream().map(Obstacle::refusal).toList();
        return new RolePreview(addresses.cluster(), addresses.network(), addresses.hosts(), errors, warnings);
    }

    private Stream<Network> others() {
        return snapshot.attachmentsOf(attachment.cluster()).stream()
                .filter(a -> !a.network().equals(attachment.network()))
                .flatMap(a -> snapshot.network(a.network()).stream())
                .sorted(Comparator.comparing(Network::name));
    }

    private Stream<HostAddress> otherMtus() {
        return addresses.hosts().stream().filter(host -> host.mtu() != null && host.mtu() != network.mtu());
    }

    private Refusal overlap(Network other) {
        return Refusal.of(
                RefusalCode.NETWORKS_OVERLAP,
                "network " + network.name(),
                network.cidr() + " overlaps with " + other.cidr() + " of network " + other.name(),
                "a range that no other network of cluster " + attachment.cluster() + " has a part of",
                "change one of the two ranges, or leave network " + other.name() + " out of the cluster");
    }

    private Refusal tooFew() {
        return Refusal.of(
                RefusalCode.TOO_FEW_ADDRESSES,
                "network " + network.name(),
                network.cidr() + " has " + network.cidr().hostAddresses() + " usable addresses for "
                        + addresses.hosts().size() + " hosts",
                "an address for each host of cluster " + attachment.cluster(),
                "give the network a wider range");
    }

    private Refusal mtu(HostAddress host) {
        return Refusal.of(
                RefusalCode.MTU_DIFFERS,
                "host " + host.host(),
                host.nic() + " has MTU " + host.mtu() + " bytes",
                "MTU " + network.mtu() + " bytes, as network " + network.name() + " has",
                "set the MTU of " + host.nic() + " or that of the network"
                        + (attachment.required() ? ", or attach the network without 'required'" : ""));
    }

    /** What an older agent does not tell is not known, and nothing is made of it. */
    private Stream<Refusal> vmsOn(HostAddress host) {
        return host.nic() == null
                ? Stream.empty()
                : snapshot.vmsOn(host.host()).stream()
                        .sorted(Comparator.comparing(Vm::name).thenComparing(Vm::id))
                        .flatMap(vm -> vm.macsOn(host.nic()).stream().map(mac -> vmOn(vm, mac, host)));
    }

    private Refusal vmOn(Vm vm, String mac, HostAddress host) {
        return Refusal.of(
                RefusalCode.VMS_ON_NETWORK,
                "VM " + vm.name(),
                "its NIC " + mac + " is on " + host.nic() + " of host " + host.host() + ", which has " + host.address(),
                "a network of the hosts alone",
                "attach the NIC to another network, or grant the migration role to a network of its own");
    }

    private Refusal meantForVms() {
        return Refusal.of(
                RefusalCode.VMS_ON_NETWORK,
                "network " + network.name(),
                "it has the role vm in cluster " + attachment.cluster() + ": it is meant for NICs of VMs",
                "a network of the hosts alone",
                "revoke the role vm, or grant the migration role to a network of its own");
    }
}
