package org.droveway.engine.network;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.droveway.engine.address.Cidr;
import org.droveway.engine.inventory.Cluster;
import org.droveway.engine.inventory.DataCenter;
import org.droveway.engine.inventory.Host;
import org.droveway.engine.inventory.InventorySnapshot;
import org.droveway.engine.inventory.MigrationPolicy;
import org.droveway.engine.inventory.Network;
import org.droveway.engine.inventory.NetworkRole;
import org.droveway.engine.inventory.PolicyNetwork;

/**
 * What speaks against the CIDR of a data center's policy as networks and hosts are now. Hosts and networks may come later, so
 * nothing of it is an error; migrations that it concerns are refused until then.
 */
public final class PolicyCidrFindings {
    /** A migration has two ends. */
    private static final int ENDS = 2;

    private final InventorySnapshot snapshot;
    private final DataCenter datacenter;
    private final PolicyNetwork network;
    private final Cidr cidr;
    private final List<Finding> findings = new ArrayList<>();

    private PolicyCidrFindings(InventorySnapshot snapshot, DataCenter datacenter, PolicyNetwork network) {
        this.snapshot = snapshot;
        this.datacenter = datacenter;
        this.network = network;
        this.cidr = network.cidr().network();
    }

    /** All, by cluster; none if the policy has no CIDR. */
    public static List<Finding> of(InventorySnapshot snapshot, DataCenter datacenter) {
        MigrationPolicy policy = datacenter.migration();
        PolicyNetwork network = policy == null ? null : policy.network();
        return network == null ? List.of() : new PolicyCidrFindings(snapshot, datacenter, network).all();
    }

    private List<Finding> all() {
        List<Cluster> clusters = snapshot.clusters().stream()
                .filter(cluster -> cluster.datacenter().equals(datacenter.name()))
                .sorted(Comparator.comparing(Cluster::name))
                .toList();
        if (clusters.isEmpty()) {
            add(
                    "data center " + datacenter.name(),
                    "it has no cluster",
                    "a cluster with hosts that have an address in " + cidr,
                    "make one, and have hosts join");
        }
        clusters.forEach(cluster -> look(cluster.name()));
        return List.copyOf(findings);
    }

    private void look(String cluster) {
        boolean overshadowed = snapshot.networkWithRole(cluster, NetworkRole.MIGRATION)
                .filter(role -> !role.cidr().equals(cidr))
                .map(role -> overshadow(cluster, role))
                .isPresent();
        if (!overshadowed) {
            lookForNetwork(cluster);
            lookAtHosts(cluster);
        }
    }

    private Network overshadow(String cluster, Network role) {
        add(
                "cluster " + cluster,
                network.text() + " is overshadowed by the migration role of network " + role.name() + " (" + role.cidr()
                        + ")",
                "the role at a network with " + cidr + ", or at none",
                "leave it so if the network with the role is meant, else revoke the role");
        return role;
    }

    private void lookForNetwork(String cluster) {
        boolean there = snapshot.attachmentsOf(cluster).stream()
                .flatMap(attachment -> snapshot.network(attachment.network()).stream())
                .anyMatch(attached -> attached.cidr().equals(cidr));
        if (!there) {
            add(
                    "cluster " + cluster,
                    "none of its networks has the CIDR " + cidr,
                    "a network with " + cidr,
                    "make such a network and attach it to the cluster, if hosts have it");
        }
    }

    private void lookAtHosts(String cluster) {
        if (!(new NetworkRule(snapshot, cluster, datacenter).decide(NetworkWish.NONE)
                instanceof NetworkDecision.Chosen chosen)) {
            return;
        }
        List<Host> hosts = snapshot.hostsOf(cluster).stream()
                .sorted(Comparator.comparing(Host::name))
                .toList();
        int usable = 0;
        for (Host host : hosts) {
            if (UsableAddress.of(host, chosen.choice()) instanceof EndpointDecision.Refused refused) {
                add(
                        refused.refusal().object(),
                        refused.refusal().found(),
                        refused.refusal().needed(),
                        refused.refusal().remedy());
            } else {
                usable++;
            }
        }
        if (usable < ENDS) {
            add(
                    "cluster " + cluster,
                    usable + " of its " + hosts.size() + " hosts can migrate in " + cidr,
                    "at least " + ENDS,
                    "give hosts an address there, or have hosts join that have one");
        }
    }

    private void add(String object, String found, String needed, String remedy) {
        findings.add(new Finding(object, found, needed, remedy));
    }
}
