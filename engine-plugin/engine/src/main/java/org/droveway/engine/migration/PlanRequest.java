package org.droveway.engine.migration;

import static java.util.Objects.requireNonNull;

import org.droveway.engine.inventory.PolicyStatement;
import org.droveway.protocol.Security;
import org.jspecify.annotations.Nullable;

/**
 * What a person or a program asks for.
 *
 * @param vm name, if only one VM has it, or UUID
 * @param host where to; null: the filters and weighers choose
 * @param network override, name or CIDR of a network of the cluster; null: the policy's
 * @param withLocalDisks whether disks that only the source sees are copied
 * @param override what the request says beside the policy of data center, cluster and VM
 * @param reason why it weakens the policy, if it does
 * @param mayOverride whether the requester holds {@code migration-override}
 */
public record PlanRequest(
        String vm,
        @Nullable String host,
        @Nullable String network,
        boolean withLocalDisks,
        PolicyStatement override,
        @Nullable String reason,
        boolean mayOverride) {
    public PlanRequest {
        requireNonNull(vm, "vm");
        requireNonNull(override, "override");
    }

    /**
     * One that overrides at most what is most often overridden, and gives no reason.
     *
     * @param type security; null: the policy's
     * @param bandwidthMiBs upper bound, MiB/s, from 1; null: the policy's
     * @param maxDowntimeMs QEMU's downtime limit, ms, 1 to 2,000,000; null: the policy's
     * @param allowManagementNetwork rule 1's exception was asked for
     */
    public PlanRequest(
            String vm,
            @Nullable String host,
            @Nullable Security type,
            @Nullable String network,
            @Nullable Long bandwidthMiBs,
            @Nullable Integer maxDowntimeMs,
            boolean allowManagementNetwork,
            boolean mayOverride) {
        this(
                vm,
                host,
                network,
                false,
                new PolicyStatement(
                        type,
                        bandwidthMiBs,
                        null,
                        maxDowntimeMs,
                        null,
                        null,
                        allowManagementNetwork ? true : null,
                        null),
                null,
                mayOverride);
    }

    /** Nothing but the VM: everything else by policy. */
    public static PlanRequest of(String vm) {
        return new PlanRequest(vm, null, null, false, PolicyStatement.NOTHING, null, false);
    }
}
