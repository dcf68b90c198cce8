package org.droveway.engine.migration;

import static java.util.Objects.requireNonNull;

import org.droveway.protocol.Security;
import org.jspecify.annotations.Nullable;

/**
 * What a person or a program asks for.
 *
 * @param vm name, if only one VM has it, or UUID
 * @param host where to; null: the filters and weighers choose
 * @param type security override; null: the policy's
 * @param network override, name or CIDR of a network of the cluster; null: the policy's
 * @param bandwidthMiBs upper bound, MiB/s, from 1; null: not limited
 * @param maxDowntimeMs QEMU's downtime limit, ms, 1 to 2,000,000; null: QEMU's default
 * @param allowManagementNetwork rule 1's exception was asked for
 * @param mayOverride whether the requester holds {@code migration-override}
 */
public record PlanRequest(
        String vm,
        @Nullable String host,
        @Nullable Security type,
        @Nullable String network,
        @Nullable Long bandwidthMiBs,
        @Nullable Integer maxDowntimeMs,
        boolean allowManagementNetwork,
        boolean mayOverride) {
    public PlanRequest {
        requireNonNull(vm, "vm");
        if (bandwidthMiBs != null && bandwidthMiBs < 1) {
            throw new IllegalArgumentException("bandwidthMiBs is " + bandwidthMiBs + ", needed 1 or more");
        }
        if (maxDowntimeMs != null && (maxDowntimeMs < 1 || maxDowntimeMs > 2_000_000)) {
            throw new IllegalArgumentException("maxDowntimeMs is " + maxDowntimeMs + ", needed 1 to 2000000");
        }
    }

    /** Nothing but the VM: everything else by policy. */
    public static PlanRequest of(String vm) {
        return new PlanRequest(vm, null, null, null, null, null, false, false);
    }
}
