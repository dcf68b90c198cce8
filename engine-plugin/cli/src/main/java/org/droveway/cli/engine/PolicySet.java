package org.droveway.cli.engine;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A data center after its migration policy was set, by itself or with a datacenter.cfg.
 *
 * @param migration the policy's text; null: it has none
 * @param warnings what speaks against the policy's CIDR as networks and hosts are now
 */
public record PolicySet(
        String name,
        @Nullable String migration,
        @Nullable String migrationType,
        @Nullable String migrationNetwork,
        List<String> clusters,
        List<Warning> warnings) {
    /** The data center alone. */
    public DataCenter dataCenter() {
        return new DataCenter(name, migration, migrationType, migrationNetwork, clusters);
    }
}
