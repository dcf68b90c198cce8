package org.droveway.cli.engine;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a scope is to say from now on; about what is null it says nothing.
 *
 * @param bandwidthMiBs MiB/s
 * @param maxDowntimeMs ms
 * @param reason why
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PolicyStatement(
        @Nullable String security,
        @Nullable Long bandwidthMiBs,
        @Nullable Integer parallelConnections,
        @Nullable String compression,
        @Nullable Integer maxDowntimeMs,
        @Nullable String convergence,
        @Nullable Boolean postCopy,
        @Nullable Boolean fastHandover,
        @Nullable Boolean allowManagementNetwork,
        @Nullable List<String> transports,
        @Nullable String reason) {}
