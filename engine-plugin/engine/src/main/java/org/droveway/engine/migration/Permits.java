package org.droveway.engine.migration;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.droveway.protocol.permit.Permit;

/** Turns a plan into the permission that the engine signs. */
public final class Permits {
    /** How long a permit can be redeemed; covers a negotiation and the clocks' difference, not the migration. */
    public static final Duration VALIDITY = Duration.ofMinutes(2);

    private Permits() {}

    /** The permit for exactly this plan and this migration. */
    public static Permit of(Plan plan, UUID permit, UUID migration, Instant now) {
        return new Permit(
                permit,
                migration,
                plan.vmId(),
                plan.vm(),
                plan.from(),
                plan.to(),
                plan.sourceAddress(),
                plan.destinationAddress(),
                plan.ports(),
                plan.type(),
                plan.network(),
                plan.managementNetwork(),
                plan.policyVersion(),
                now,
                now.plus(VALIDITY));
    }
}
