package org.droveway.engine.network;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.droveway.engine.inventory.Cluster;
import org.droveway.engine.inventory.InventorySnapshot;
import org.droveway.protocol.Refusal;

/**
 * What an edit may not bring about: whatever a grant of the migration role is refused for. What was so before the edit is no
 * reason against it, or it could not be mended step by step.
 */
public final class EditRule {
    private EditRule() {}

    /** Every reason against the edit, by cluster; none if it may be made. */
    public static List<Refusal> decide(InventorySnapshot before, NetworkEdit edit) {
        InventorySnapshot after = edit.applyTo(before);
        return after.clusters().stream()
                .map(Cluster::name)
                .sorted(Comparator.naturalOrder())
                .flatMap(cluster -> broughtAbout(cluster, before, after))
                .toList();
    }

    private static Stream<Refusal> broughtAbout(String cluster, InventorySnapshot before, InventorySnapshot after) {
        List<Obstacle> there = RoleRule.obstacles(before, cluster);
        return RoleRule.obstacles(after, cluster).stream()
                .filter(obstacle -> there.stream().noneMatch(obstacle::isSameAs))
                .map(Obstacle::refusal);
    }
}
