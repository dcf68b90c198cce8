package org.droveway.engine.api;

import java.util.Arrays;
import java.util.Objects;
import org.droveway.engine.inventory.InvalidInputException;
import org.droveway.engine.migration.PlanRequest;
import org.droveway.protocol.MigrationState;
import org.droveway.protocol.Security;
import org.jspecify.annotations.Nullable;

/**
 * The body of a request for a migration; only the VM must be there.
 *
 * @param dryRun plan and ask, leave nothing behind
 */
public record MigrationWish(
        @Nullable String vm,
        @Nullable String host,
        @Nullable Security type,
        @Nullable String network,
        @Nullable Long bandwidthMiBs,
        @Nullable Integer maxDowntimeMs,
        @Nullable Boolean allowManagementNetwork,
        @Nullable Boolean dryRun) {

    PlanRequest toRequest(boolean mayOverride) {
        String wanted = Input.field("vm", vm);
        try {
            return new PlanRequest(
                    wanted,
                    host,
                    type,
                    network,
                    bandwidthMiBs,
                    maxDowntimeMs,
                    Boolean.TRUE.equals(allowManagementNetwork),
                    mayOverride);
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
