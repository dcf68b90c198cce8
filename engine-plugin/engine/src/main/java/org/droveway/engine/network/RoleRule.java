package org.droveway.engine.network;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.droveway.engine.inventory.ClusterNetwork;
import org.droveway.engine.inventory.InventorySnapshot;
import org.droveway.engine.inventory.NetworkRole;
import org.droveway.engine.inventory.UnknownObjectException;

/** What comes of granting or revoking the migration role: decided from what is, before anything is changed. */
public final class RoleRule {
    private RoleRule() {}

    /**
     * The address of each host of the cluster after the change, the errors that forbid it, and the warnings.
     *
     * @throws UnknownObjectException if the network is not attached to the cluster
     */
    public static RolePreview decide(InventorySnapshot before, RoleChange change) {
        InventorySnapshot after = with(before, change);
        RolePreview addresses = ClusterAddresses.of(after, change.cluster());
        return change.granted() ? new RoleChecks(after, attachment(after, change), addresses).judge() : addresses;
    }

    /** What speaks against the network that has the role in the cluster; nothing if none has it. */
    static List<Obstacle> obstacles(InventorySnapshot snapshot, String cluster) {
        return attachment(snapshot, cluster, a -> a.has(NetworkRole.MIGRATION))
                .map(holder -> new RoleChecks(snapshot, holder, ClusterAddresses.of(snapshot, cluster)).obstacles())
                .orElse(List.of());
    }

    private static ClusterNetwork attachment(InventorySnapshot snapshot, RoleChange change) {
        return attachment(snapshot, change.cluster(), a -> a.network().equals(change.network()))
                .orElseThrow(() ->
                        new UnknownObjectException("network", change.network() + " in cluster " + change.cluster()));
    }

    private static Optional<ClusterNetwork> attachment(
            InventorySnapshot snapshot, String cluster, Predicate<ClusterNetwork> wanted) {
        return snapshot.attachmentsOf(cluster).stream().filter(wanted).findFirst();
    }

    private static InventorySnapshot with(InventorySnapshot before, RoleChange change) {
        ClusterNetwork target = attachment(before, change);
        return before.withAttachments(before.attachments().stream()
                .map(a -> a.cluster().equals(change.cluster()) ? with(a, a.equals(target), change) : a)
                .toList());
    }

    /** Granting takes the role from the others; revoking takes it from the one. */
    private static ClusterNetwork with(ClusterNetwork before, boolean target, RoleChange change) {
        Set<NetworkRole> roles = EnumSet.noneOf(NetworkRole.class);
        roles.addAll(before.roles());
        if (target && change.granted()) {
            roles.add(NetworkRole.MIGRATION);
        } else if (target || change.granted()) {
            roles.remove(NetworkRole.MIGRATION);
        }
        return new ClusterNetwork(before.cluster(), before.network(), roles, before.required());
    }
}
