package org.droveway.cli.text;

import java.util.List;
import org.droveway.cli.engine.Host;
import org.droveway.cli.engine.Nic;

/** Hosts for people. */
public final class HostText {
    private HostText() {}

    /** All hosts. */
    public static String hosts(List<Host> hosts) {
        Table table =
                new Table("NAME", "CLUSTER", "STATE", "MODE", "MIGRATION ADDRESS", "PORT POOL", "FREE MEMORY (MIB)");
        hosts.forEach(host -> table.row(
                host.name(),
                host.cluster(),
                host.state(),
                host.mode(),
                Units.known(host.migrationAddress()),
                Units.known(host.portPool()),
                host.memoryFreeMiB() + " of " + host.memoryTotalMiB()));
        return table.render();
    }

    /** One host. */
    public static String host(Host host) {
        return new Details()
                .add("host", host.name())
                .add("cluster", host.cluster())
                .add("state", host.state())
                .add("last seen", Units.moment(host.lastSeen()))
                .add("mode", host.mode())
                .add("firewall", host.firewall())
                .add("migration address", host.migrationAddress())
                .add("management address", host.managementAddress())
                .add("port pool", host.portPool())
                .addAll("NICs", host.nics().stream().map(HostText::nic).toList())
                .addAll(
                        "pins",
                        host.pins().stream()
                                .map(pin -> pin.network() + ": " + pin.address())
                                .toList())
                .addAll(
                        "certificates",
                        host.certificates().stream()
                                .map(certificate -> certificate.purpose() + ": until "
                                        + Units.moment(certificate.notAfter())
                                        + (certificate.ours() ? "" : ", not issued by Droveway"))
                                .toList())
                .add("memory", host.memoryFreeMiB() + " of " + host.memoryTotalMiB() + " MiB free")
                .add("CPUs", host.cpus())
                .add("libvirt", host.libvirtVersion())
                .add("QEMU", host.qemuVersion())
                .add("agent", host.agentVersion())
                .add("capabilities", Units.words(host.capabilities()))
                .render();
    }

    private static String nic(Nic nic) {
        return nic.name() + ": " + (nic.up() ? "up" : "down") + ", MTU " + nic.mtu() + " bytes, "
                + (nic.addresses().isEmpty() ? "no address" : String.join(", ", nic.addresses()));
    }
}
