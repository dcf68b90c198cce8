package org.droveway.cli.text;

import java.util.List;
import org.droveway.cli.engine.Attachment;
import org.droveway.cli.engine.Cluster;
import org.droveway.cli.engine.DataCenter;
import org.droveway.cli.engine.Network;
import org.droveway.cli.engine.Vm;
import org.droveway.cli.engine.VmNic;

/** Data centers, clusters, networks and VMs for people. */
public final class InventoryText {
    private InventoryText() {}

    /** All data centers. */
    public static String dataCenters(List<DataCenter> dataCenters) {
        Table table = new Table("NAME", "MIGRATION", "CLUSTERS");
        dataCenters.forEach(dataCenter ->
                table.row(dataCenter.name(), Units.known(dataCenter.migration()), Units.words(dataCenter.clusters())));
        return table.render();
    }

    /** One data center. */
    public static String dataCenter(DataCenter dataCenter) {
        return new Details()
                .add("data center", dataCenter.name())
                .add("migration", dataCenter.migration() == null ? "not set" : dataCenter.migration())
                .add("type", dataCenter.migrationType())
                .add("network", dataCenter.migrationNetwork())
                .add("clusters", Units.words(dataCenter.clusters()))
                .render();
    }

    /** All clusters. */
    public static String clusters(List<Cluster> clusters) {
        Table table = new Table("NAME", "DATA CENTER", "HOSTS", "MIGRATION NETWORK");
        clusters.forEach(cluster -> table.row(
                cluster.name(), cluster.datacenter(), Units.words(cluster.hosts()), migrationNetwork(cluster)));
        return table.render();
    }

    /** One cluster. */
    public static String cluster(Cluster cluster) {
        return new Details()
                .add("cluster", cluster.name())
                .add("data center", cluster.datacenter())
                .add("hosts", Units.words(cluster.hosts()))
                .addAll("networks", attachments(cluster.networks()))
                .render();
    }

    /** All networks. */
    public static String networks(List<Network> networks) {
        Table table = new Table("NAME", "CIDR", "MTU (BYTES)", "ROLES", "CLUSTERS");
        networks.forEach(network -> table.row(
                network.name(),
                network.cidr(),
                Integer.toString(network.mtu()),
                Units.words(network.roles()),
                Units.words(network.clusters().stream().map(Attachment::name).toList())));
        return table.render();
    }

    /** One network. */
    public static String network(Network network) {
        return new Details()
                .add("network", network.name())
                .add("CIDR", network.cidr())
                .add("MTU", network.mtu() + " bytes")
                .add("roles", Units.words(network.roles()))
                .addAll("clusters", attachments(network.clusters()))
                .render();
    }

    /** All VMs. */
    public static String vms(List<Vm> vms) {
        Table table = new Table("NAME", "HOST", "STATE", "MEMORY (MIB)", "VCPUS", "MIGRATION");
        vms.forEach(vm -> table.row(
                vm.name(),
                vm.host(),
                vm.state(),
                Long.toString(vm.memoryMiB()),
                Integer.toString(vm.vcpus()),
                Units.known(vm.migration())));
        return table.render();
    }

    /** One VM. */
    public static String vm(Vm vm) {
        return new Details()
                .add("VM", vm.name())
                .add("id", vm.id())
                .add("host", vm.host())
                .add("cluster", vm.cluster())
                .add("state", vm.state())
                .add("memory", vm.memoryMiB() + " MiB")
                .add("vCPUs", vm.vcpus())
                .addKnown("owned by", vm.owner())
                .addKnown("migration", vm.migration())
                .addEach("NICs", vm.nics().stream().map(InventoryText::nic).toList())
                .render();
    }

    private static String nic(VmNic nic) {
        return nic.mac() + ": " + nic.type()
                + (nic.network() == null ? "" : " " + nic.network())
                + (nic.hostNic() == null ? "" : " on " + nic.hostNic());
    }

    private static String migrationNetwork(Cluster cluster) {
        return cluster.networks().stream()
                .filter(network -> network.roles().contains("migration"))
                .map(Attachment::name)
                .findFirst()
                .orElse("-");
    }

    private static List<String> attachments(List<Attachment> attachments) {
        return attachments.stream()
                .map(attachment -> attachment.name() + ": "
                        + (attachment.roles().isEmpty() ? "no role" : String.join(", ", attachment.roles()))
                        + (attachment.required() ? "; required" : ""))
                .toList();
    }
}
