package org.droveway.engine.inventory;

import static java.util.Objects.requireNonNull;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/** Everything there is, at one moment. */
public record InventorySnapshot(
        List<DataCenter> datacenters,
        List<Cluster> clusters,
        List<Network> networks,
        List<ClusterNetwork> attachments,
        List<Host> hosts,
        List<Vm> vms,
        List<RunningMigration> migrations,
        PolicyStatements statements) {
    public InventorySnapshot {
        requireNonNull(statements, "statements");
        datacenters = unique("data center", datacenters, DataCenter::name);
        clusters = unique("cluster", clusters, Cluster::name);
        networks = unique("network", networks, Network::name);
        attachments = unique("attachment", attachments, a -> a.cluster() + " to " + a.network());
        hosts = unique("host", hosts, Host::name);
        vms = List.copyOf(vms);
        migrations = unique("migration", migrations, m -> m.id().toString());
        for (Cluster cluster : clusters) {
            checkOneMigrationNetwork(cluster, attachments);
        }
    }

    /** Scopes say nothing beside the data centers' migration policies. */
    public InventorySnapshot(
            List<DataCenter> datacenters,
            List<Cluster> clusters,
            List<Network> networks,
            List<ClusterNetwork> attachments,
            List<Host> hosts,
            List<Vm> vms,
            List<RunningMigration> migrations) {
        this(datacenters, clusters, networks, attachments, hosts, vms, migrations, PolicyStatements.NONE);
    }

    /** The same with these networks in place of the ones it has. */
    public InventorySnapshot withNetworks(List<Network> others) {
        return new InventorySnapshot(datacenters, clusters, others, attachments, hosts, vms, migrations, statements);
    }

    /** The same with these attachments in place of the ones it has. */
    public InventorySnapshot withAttachments(List<ClusterNetwork> others) {
        return new InventorySnapshot(datacenters, clusters, networks, others, hosts, vms, migrations, statements);
    }

    private static <T> List<T> unique(String kind, Collection<T> all, Function<T, String> name) {
        Set<String> seen = new HashSet<>();
        for (T one : all) {
            if (!seen.add(name.apply(one))) {
                throw new IllegalArgumentException(kind + " " + name.apply(one) + " is there twice");
            }
        }
        return List.copyOf(all);
    }

    private static void checkOneMigrationNetwork(Cluster cluster, List<ClusterNetwork> attachments) {
        List<String> holders = attachments.stream()
                .filter(a -> a.cluster().equals(cluster.name()) && a.has(NetworkRole.MIGRATION))
                .map(ClusterNetwork::network)
                .toList();
        if (holders.size() > 1) {
            throw new IllegalArgumentException(
                    "cluster " + cluster.name() + " has several migration networks: " + String.join(", ", holders));
        }
    }

    /** The data center of this name. */
    public Optional<DataCenter> datacenter(String name) {
        return datacenters.stream().filter(d -> d.name().equals(name)).findFirst();
    }

    /** The cluster of this name. */
    public Optional<Cluster> cluster(String name) {
        return clusters.stream().filter(c -> c.name().equals(name)).findFirst();
    }

    /** The network of this name. */
    public Optional<Network> network(String name) {
        return networks.stream().filter(n -> n.name().equals(name)).findFirst();
    }

    /** The host of this name. */
    public Optional<Host> host(String name) {
        return hosts.stream().filter(h -> h.name().equals(name)).findFirst();
    }

    /** The data center that the cluster belongs to. */
    public Optional<DataCenter> datacenterOf(String cluster) {
        return cluster(cluster).flatMap(c -> datacenter(c.datacenter()));
    }

    /** The networks attached to the cluster. */
    public List<ClusterNetwork> attachmentsOf(String cluster) {
        return attachments.stream().filter(a -> a.cluster().equals(cluster)).toList();
    }

    /** The attached network with the role, the first by name if several have it. */
    public Optional<Network> networkWithRole(String cluster, NetworkRole role) {
        return attachmentsOf(cluster).stream()
                .filter(a -> a.has(role))
                .map(ClusterNetwork::network)
                .sorted()
                .findFirst()
                .flatMap(this::network);
    }

    /** The hosts of the cluster. */
    public List<Host> hostsOf(String cluster) {
        return hosts.stream().filter(h -> h.cluster().equals(cluster)).toList();
    }

    /** What the host reports of VMs. */
    public List<Vm> vmsOn(String host) {
        return vms.stream().filter(v -> v.host().equals(host)).toList();
    }

    /** Every report of a VM with this name or, case ignored, this UUID. */
    public List<Vm> vmsNamed(String nameOrId) {
        return vms.stream()
                .filter(v -> v.name().equals(nameOrId) || v.id().toString().equalsIgnoreCase(nameOrId))
                .toList();
    }

    /**
     * The VM that is meant: by UUID, or by name if only one VM has it or only one of those that have it runs. Of several
     * reports of the same VM it is the one where it runs.
     *
     * @throws UnknownObjectException if there is none, or more than one
     */
    public Vm vm(String nameOrId) {
        return VmLookup.find(this, nameOrId);
    }

    /** The migration of the VM that has not ended. */
    public Optional<RunningMigration> migrationOf(UUID vm) {
        return migrations.stream().filter(m -> m.vm().equals(vm)).findFirst();
    }
}
