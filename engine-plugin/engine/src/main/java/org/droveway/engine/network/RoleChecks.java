package org.droveway.engine.network;

import java.util.ArrayList;
import java.util.List;
import org.droveway.engine.inventory.ClusterNetwork;
import org.droveway.engine.inventory.InventorySnapshot;
import org.droveway.engine.inventory.Network;
import org.droveway.engine.inventory.NetworkRole;
import org.droveway.engine.inventory.UnknownObjectException;
import org.droveway.engine.network.RolePreview.HostAddress;
import org.droveway.protocol.Refusal;
import org.droveway.protocol.RefusalCode;
import org.jspecify.annotations.Nullable;

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

    RolePreview judge() {
        List<Refusal> errors = new ArrayList<>();
        List<Refusal> warnings = new ArrayList<>(addresses.warnings());
        RoleRule.others(snapshot, attachment)
                .filter(other -> other.cidr().overlaps(network.cidr()))
                .forEach(other -> errors.add(overlap(other)));
        if (network.cidr().hostAddresses() < addresses.hosts().size()) {
            errors.add(tooFew());
        }
        for (HostAddress host : addresses.hosts()) {
            Integer mtu = host.mtu();
            if (mtu != null && mtu != network.mtu()) {
                (attachment.required() ? errors : warnings).add(mtu(host.host(), host.nic(), mtu));
            }
        }
        if (attachment.has(NetworkRole.VM)) {
            warnings.add(vms());
        }
        return new RolePreview(addresses.cluster(), addresses.network(), addresses.hosts(), errors, warnings);
    }

    private Refusal overlap(Network other) {
        return Refusal.of(
                RefusalCode.NETWORKS_OVERLAP,
                "network " + network.name(),
                network.cidr() + " overlaps with " + other.cidr() + " of network " + other.name(),
                "a range that no other network of cluster " + attachment.cluster() + " has a part of",
                "change one of the two ranges, or detach network " + other.name());
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

    private Refusal mtu(String host, @Nullable String nic, int mtu) {
        return Refusal.of(
                RefusalCode.MTU_DIFFERS,
                "host " + host,
                nic + " has MTU " + mtu + " bytes",
                "MTU " + network.mtu() + " bytes, as network " + network.name() + " has",
                "set the MTU of " + nic + ", or that of the network");
    }

    private Refusal vms() {
        return Refusal.of(
                RefusalCode.VMS_ON_NETWORK,
                "network " + network.name(),
                "it has the role vm in cluster " + attachment.cluster() + ": VMs have NICs on it",
                "a network of the hosts alone",
                "revoke the role vm, or grant the migration role to a network of its own");
    }
}
