package org.droveway.engine.network;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.droveway.engine.inventory.DataCenter;
import org.droveway.engine.inventory.Host;
import org.droveway.engine.inventory.InventorySnapshot;
import org.droveway.engine.inventory.UnknownObjectException;
import org.droveway.engine.network.RolePreview.HostAddress;
import org.droveway.protocol.Refusal;
import org.droveway.protocol.RefusalCode;

/** The address that each host of a cluster would use as policy and role are, without what a request may add. */
final class ClusterAddresses {
    private ClusterAddresses() {}

    /** Addresses, and a warning for each host that has none; no errors. */
    static RolePreview of(InventorySnapshot snapshot, String cluster) {
        DataCenter datacenter =
                snapshot.datacenterOf(cluster).orElseThrow(() -> new UnknownObjectException("cluster", cluster));
        NetworkDecision decision = new NetworkRule(snapshot, cluster, datacenter).decide(NetworkWish.NONE);
        List<Host> hosts = snapshot.hostsOf(cluster).stream()
                .sorted(Comparator.comparing(Host::name))
                .toList();
        List<HostAddress> addresses = new ArrayList<>();
        List<Refusal> warnings = new ArrayList<>();
        for (Host host : hosts) {
            EndpointDecision end = end(host, decision);
            if (end instanceof EndpointDecision.Found found) {
                addresses.add(HostAddress.of(found.endpoint()));
            } else if (end instanceof EndpointDecision.Refused refused) {
                addresses.add(HostAddress.none(host.name(), refused.refusal()));
                warnings.add(refused.refusal());
            }
        }
        String network = decision instanceof NetworkDecision.Chosen chosen
                ? chosen.choice().name()
                : null;
        return new RolePreview(cluster, network, addresses, List.of(), warnings);
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
}
