package org.droveway.engine.migration;

import org.droveway.engine.inventory.Host;
import org.droveway.engine.inventory.InventorySnapshot;
import org.droveway.protocol.host.HostReport;
import org.droveway.protocol.host.Nic;
import org.jspecify.annotations.Nullable;

/**
 * The NICs that carry the management addresses of a migration's hosts.
 *
 * @param source null when not known
 * @param destination null when not known
 */
public record ManagementNics(
        @Nullable String source, @Nullable String destination) {

    /** As the hosts last reported them. */
    public static ManagementNics of(Plan plan, InventorySnapshot snapshot) {
        return new ManagementNics(on(plan.from(), snapshot), on(plan.to(), snapshot));
    }

    private static @Nullable String on(String name, InventorySnapshot snapshot) {
        HostReport report = snapshot.host(name).map(Host::report).orElse(null);
        if (report == null) {
            return null;
        }
        return report.nics().stream()
                .filter(nic ->
                        nic.addresses().stream().anyMatch(a -> Addresses.same(report.managementAddress(), a.address())))
                .map(Nic::name)
                .findFirst()
                .orElse(null);
    }
}
