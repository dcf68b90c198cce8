package org.droveway.engine.network;

import org.droveway.engine.inventory.InventorySnapshot;
import org.droveway.engine.inventory.Network;
import org.droveway.engine.inventory.NetworkRole;
import org.droveway.protocol.Refusal;
import org.droveway.protocol.RefusalCode;

/** The one way onto the management network that policy does not name (rule 1). */
final class ManagementException {
    private ManagementException() {}

    static Refusal notAllowed(Network management, String found) {
        return Refusal.of(
                RefusalCode.MANAGEMENT_NETWORK_NOT_ALLOWED,
                "network " + management.name(),
                found,
                "--allow-management-network from someone with migration-override, or a policy that names this network",
                "give a network of its own the migration role, or ask an administrator");
    }

    /** By its role, or because it has the very CIDR of the network with the role. */
    static boolean isManagement(InventorySnapshot snapshot, String cluster, Network network) {
        return snapshot.attachmentsOf(cluster).stream()
                .filter(a -> a.has(NetworkRole.MANAGEMENT))
                .flatMap(a -> snapshot.network(a.network()).stream())
                .anyMatch(m -> m.cidr().equals(network.cidr()));
    }
}
