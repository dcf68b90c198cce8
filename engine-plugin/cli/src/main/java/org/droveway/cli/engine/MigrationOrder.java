package org.droveway.cli.engine;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * What a person asks for: absent parts are the policy's or the filters' to decide.
 *
 * @param bandwidthMiBs MiB/s, all streams together
 * @param maxDowntimeMs ms
 * @param reason why it weakens the policy, if it does
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record MigrationOrder(
        String vm,
        @Nullable String host,
        @Nullable String type,
        @Nullable String network,
        @Nullable Long bandwidthMiBs,
        @Nullable Integer maxDowntimeMs,
        @Nullable Integer parallelConnections,
        @Nullable String compression,
        @Nullable String convergence,
        @Nullable Boolean postCopy,
        @Nullable Boolean fastHandover,
        @Nullable Boolean withLocalDisks,
        @Nullable Boolean allowManagementNetwork,
        @Nullable String reason,
        boolean dryRun) {}
