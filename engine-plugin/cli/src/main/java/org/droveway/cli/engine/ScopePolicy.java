package org.droveway.cli.engine;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a scope says.
 *
 * @param scope datacenter, cluster or vm
 * @param version grows with every change; 0: nothing was ever said
 * @param weakening whether it makes a VM less secure than the wider scopes demand
 */
public record ScopePolicy(
        String scope,
        String name,
        long version,
        @Nullable String setBy,
        @Nullable String reason,
        boolean weakening,
        @Nullable String security,
        @Nullable Long bandwidthMiBs,
        @Nullable Integer parallelConnections,
        @Nullable String compression,
        @Nullable Integer maxDowntimeMs,
        @Nullable String convergence,
        @Nullable Boolean postCopy,
        @Nullable Boolean fastHandover,
        @Nullable Boolean allowManagementNetwork,
        List<String> transports) {}
