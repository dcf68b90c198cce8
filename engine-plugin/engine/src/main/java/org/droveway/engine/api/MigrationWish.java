package org.droveway.engine.api;

import java.util.Arrays;
import java.util.Objects;
import java.util.Set;
import org.droveway.engine.inventory.InvalidInputException;
import org.droveway.engine.inventory.MemoryCompression;
import org.droveway.engine.inventory.PolicyStatement;
import org.droveway.engine.inventory.Transport;
import org.droveway.engine.migration.PlanRequest;
import org.droveway.protocol.Convergence;
import org.droveway.protocol.MigrationState;
import org.droveway.protocol.Security;
import org.jspecify.annotations.Nullable;

/**
 * The body of a request for a migration; only the VM must be there.
 *
 * @param reason why it weakens the policy, if it does
 * @param dryRun plan and ask, leave nothing behind
 */
public record MigrationWish(
        @Nullable String vm,
        @Nullable String host,
        @Nullable Security type,
        @Nullable String network,
        @Nullable Long bandwidthMiBs,
        @Nullable Integer maxDowntimeMs,
        @Nullable Boolean withLocalDisks,
        @Nullable Boolean allowManagementNetwork,
        @Nullable Integer parallelConnections,
        @Nullable Boolean postCopy,
        @Nullable Boolean fastHandover,
        @Nullable Set<Transport> transports,
        @Nullable Convergence convergence,
        @Nullable MemoryCompression compression,
        @Nullable String reason,
        @Nullable Boolean dryRun) {

    PlanRequest toRequest(boolean mayOverride) {
        String wanted = Input.field("vm", vm);
        boolean disks = Boolean.TRUE.equals(withLocalDisks);
        return new PlanRequest(wanted, host, network, disks, override(), Input.reason(reason), mayOverride);
    }

    private PolicyStatement override() {
        try {
            return new PolicyStatement(
                    type,
                    bandwidthMiBs,
                    parallelConnections,
                    maxDowntimeMs,
                    postCopy,
                    fastHandover,
                    allowManagementNetwork,
                    transports,
                    convergence,
                    compression);
        } catch (IllegalArgumentException e) {
            throw new InvalidInputException(Objects.toString(e.getMessage()), e);
        }
    }

    static @Nullable MigrationState state(@Nullable String name) {
        if (name == null) {
            return null;
        }
        return Arrays.stream(MigrationState.values())
                .filter(state -> state.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new InvalidInputException(
                        "state is '" + name + "', needed one of " + Arrays.toString(MigrationState.values())));
    }
}
