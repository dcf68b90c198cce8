package org.droveway.cli.engine;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A data center and its migration policy.
 *
 * @param migration the policy's text as it was set; null: not set
 */
public record DataCenter(
        String name,
        @Nullable String migration,
        @Nullable String migrationType,
        @Nullable String migrationNetwork,
        List<String> clusters) {}
