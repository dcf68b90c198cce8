package org.droveway.engine.sample;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.droveway.engine.address.Cidr;
import org.droveway.engine.inventory.Cluster;
import org.droveway.engine.inventory.ClusterNetwork;
import org.droveway.engine.inventory.DataCenter;
import org.droveway.engine.inventory.Host;
import org.droveway.engine.inventory.InventoryChanges;
import org.droveway.engine.inventory.InventorySnapshot;
import org.droveway.engine.inventory.MigrationPolicy;
import org.droveway.engine.inventory.Network;
import org.droveway.engine.inventory.NetworkRole;
import org.droveway.engine.inventory.RunningMigration;
import org.droveway.engine.inventory.Vm;
import org.droveway.engine.policy.PolicyGrammar;
import org.droveway.protocol.host.VmDisk;
import org.droveway.protocol.host.VmNic;
import org.droveway.protocol.host.VmReport;
import org.droveway.protocol.host.VmState;
import org.jspecify.annotations.Nullable;

/** Data center lab with cluster lab, networks management, migration and guests, and the hosts that are put in. */
public final class Sample {
    /** The moment at which everything happens. */
    public static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    private @Nullable MigrationPolicy policy;
    private final List<Network> networks = new ArrayList<>();
    private final Map<String, Set<NetworkRole>> roles = new HashMap<>();
    private final List<Host> hosts = new ArrayList<>();
    private final List<RunningMigration> migrations = new ArrayList<>();

    private Sample() {
        network("management", "10.61.0.0/24", NetworkRole.MANAGEMENT);
        network("migration", "10.62.0.0/24");
        network("guests", "10.63.0.0/24", NetworkRole.VM);
    }

    /** Networks without the migration role, no policy, no hosts. */
    public static Sample empty() {
        return new Sample();
    }

    /** Hosts h1 to h3 with vm1 running on h1, and the migration role granted. */
    public static Sample lab() {
        return empty().role("migration", NetworkRole.MIGRATION)
                .host(SampleHost.number(1).vm(vm(1)))
                .host(SampleHost.number(2))
                .host(SampleHost.number(3));
    }

    /** VM number i: {@code vmi}, running, 512 MiB, one shared disk. */
    public static VmReport vm(int i) {
        return vm(vmId(i), "vm" + i, VmState.RUNNING);
    }

    /** A VM with 512 MiB and one shared disk. */
    public static VmReport vm(UUID id, String name, VmState state) {
        return vm(id, name, state, null);
    }

    /** VM number i, with NICs on these bridges or interfaces of its host. */
    public static VmReport vmOn(int i, String... hostNics) {
        List<VmNic> nics = Arrays.stream(hostNics)
                .map(nic -> new VmNic("52:54:00:00:00:0" + i, "bridge", null, nic))
                .toList();
        return vm(vmId(i), "vm" + i, VmState.RUNNING, nics);
    }

    private static VmReport vm(UUID id, String name, VmState state, @Nullable List<VmNic> nics) {
        return new VmReport(id, name, state, 512, 1, List.of(new VmDisk("vda", "/dev/loop0", true)), null, nics);
    }

    /** UUID of VM number i. */
    public static UUID vmId(int i) {
        return new UUID(0x11, i);
    }

    public Sample policy(@Nullable String text) {
        policy = text == null ? null : PolicyGrammar.parse(text);
        return this;
    }

    public Sample network(String name, String cidr, NetworkRole... granted) {
        networks.removeIf(n -> n.name().equals(name));
        networks.add(new Network(name, Cidr.parseNetwork(cidr), 1500));
        roles.put(name, Set.of(granted));
        return this;
    }

    public Sample role(String network, NetworkRole... granted) {
        roles.put(network, Set.of(granted));
        return this;
    }

    /** Takes the network off the cluster; it still exists. */
    public Sample detach(String network) {
        roles.remove(network);
        return this;
    }

    /** Puts a host in; one with the same name is replaced. */
    public Sample host(SampleHost host) {
        hosts.removeIf(h -> h.name().equals(host.host().name()));
        hosts.add(host.host());
        return this;
    }

    public Sample running(RunningMigration migration) {
        migrations.add(migration);
        return this;
    }

    /** Everything as it is now. */
    public InventorySnapshot snapshot() {
        List<Vm> vms = hosts.stream()
                .flatMap(h -> InventoryChanges.vmsOf(h.status()).stream())
                .toList();
        List<ClusterNetwork> attachments = networks.stream()
                .filter(n -> roles.containsKey(n.name()))
                .map(n -> new ClusterNetwork("lab", n.name(), roles.getOrDefault(n.name(), Set.of()), false))
                .toList();
        return new InventorySnapshot(
                List.of(new DataCenter("lab", policy, 7)),
                List.of(new Cluster("lab", "lab"), new Cluster("other", "lab")),
                networks,
                attachments,
                hosts,
                vms,
                migrations);
    }
}
