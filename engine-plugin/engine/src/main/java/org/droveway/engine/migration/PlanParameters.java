package org.droveway.engine.migration;

import org.droveway.engine.policy.EffectivePolicy;
import org.droveway.protocol.Security;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of a plan beside its security.
 *
 * @param bandwidthMiBs upper bound, MiB/s; null: not limited
 * @param maxDowntimeMs QEMU's downtime limit, ms; null: QEMU's default
 * @param tlsDestination name checked in the destination's certificate; null when insecure
 */
public record PlanParameters(
        @Nullable Long bandwidthMiBs,
        @Nullable Integer maxDowntimeMs,
        @Nullable String tlsDestination) {
    static PlanParameters of(EffectivePolicy policy, String destination) {
        String tlsDestination = policy.type() == Security.SECURE ? destination : null;
        return new PlanParameters(
                policy.bandwidth().inForce(), policy.downtime().inForce(), tlsDestination);
    }
}
