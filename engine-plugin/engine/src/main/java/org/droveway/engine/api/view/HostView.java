package org.droveway.engine.api.view;

import java.time.Instant;
import java.util.List;
import org.droveway.engine.inventory.Host;
import org.droveway.engine.inventory.HostState;
import org.droveway.engine.inventory.InventorySnapshot;
import org.droveway.protocol.host.CertificateReport;
import org.droveway.protocol.host.FirewallState;
import org.droveway.protocol.host.HostMode;
import org.droveway.protocol.host.HostReport;
import org.droveway.protocol.host.Nic;
import org.jspecify.annotations.Nullable;

/**
 * A host; fields that only its agent knows are null until it reported once.
 *
 * @param mode the mode it is in; the mode it is to be in until it reported
 * @param migrationAddress what a migration would use by policy; null if there is no such address, or not only one
 */
public record HostView(
        String name,
        String cluster,
        HostState state,
        HostMode mode,
        @Nullable FirewallState firewall,
        List<NicView> nics,
        @Nullable String migrationAddress,
        @Nullable String managementAddress,
        @Nullable String portPool,
        @Nullable String libvirtVersion,
        @Nullable String qemuVersion,
        @Nullable String agentVersion,
        List<String> capabilities,
        @Nullable Long memoryTotalMiB,
        @Nullable Long memoryFreeMiB,
        @Nullable Integer cpus,
        List<CertificateReport> certificates,
        List<PinView> pins,
        @Nullable Instant lastSeen) {
    /** A NIC; addresses with their prefix length. */
    public record NicView(String name, boolean up, int mtu, List<String> addresses) {
        static NicView of(Nic nic) {
            List<String> addresses = nic.addresses().stream()
                    .map(a -> a.address() + "/" + a.prefix())
                    .toList();
            return new NicView(nic.name(), nic.up(), nic.mtu(), addresses);
        }
    }

    /** A pinned address. */
    public record PinView(String network, String address) {}

    /** The view of one host. */
    public static HostView of(Host host, InventorySnapshot snapshot) {
        HostReport report = host.report();
        List<PinView> pins = host.pins().stream()
                .map(p -> new PinView(p.network(), p.address().toString()))
                .toList();
        return new HostView(
                host.name(),
                host.cluster(),
                host.status().state(),
                report == null ? host.mode() : report.mode(),
                report == null ? null : report.firewall(),
                host.nics().stream().map(NicView::of).toList(),
                MigrationAddress.of(host, snapshot),
                report == null ? null : report.managementAddress(),
                report == null ? null : report.portPool(),
                report == null ? null : report.libvirtVersion(),
                report == null ? null : report.qemuVersion(),
                report == null ? null : report.agentVersion(),
                host.capabilities().stream().sorted().toList(),
                report == null ? null : report.memoryTotalMiB(),
                report == null ? null : report.memoryFreeMiB(),
                report == null ? null : report.cpus(),
                report == null ? List.of() : report.certificates(),
                pins,
                host.status().lastSeen());
    }
}
