package org.droveway.agent.negotiation;

import static org.droveway.protocol.RefusalCode.PERMIT_EXPIRED;
import static org.droveway.protocol.RefusalCode.PERMIT_FOR_OTHER;
import static org.droveway.protocol.RefusalCode.PERMIT_INVALID;
import static org.droveway.protocol.RefusalCode.PERMIT_REUSED;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.droveway.protocol.MigrationParameters;
import org.droveway.protocol.Refusal;
import org.droveway.protocol.permit.Permit;

/** Whether a permit whose signature is the engine's permits this, here and now. The same on both hosts. */
public final class PermitCheck {
    /** How far the engine's clock may be ahead. */
    static final Duration CLOCK_TOLERANCE = Duration.ofSeconds(60);

    private PermitCheck() {}

    /** What is about to be done under the permit. */
    public record Use(
            String sourceHost, String destinationHost, UUID vm, String vmName, MigrationParameters parameters) {}

    /** Every reason against it. */
    public static List<Refusal> refusals(Permit permit, Use use, Instant now, boolean redeemed) {
        String object = "permit " + permit.id();
        Reasons reasons = new Reasons();
        reasons.when(
                redeemed,
                PERMIT_REUSED,
                object,
                "redeemed before",
                "a permit that was never used",
                "ask the engine for a new migration");
        reasons.when(
                !now.isBefore(permit.expiresAt()),
                PERMIT_EXPIRED,
                object,
                "expired at " + permit.expiresAt() + ", it is " + now,
                "a permit that has not expired",
                "start the migration again; compare the clocks of engine and host");
        reasons.when(
                permit.issuedAt().isAfter(now.plus(CLOCK_TOLERANCE)),
                PERMIT_INVALID,
                object,
                "issued at " + permit.issuedAt() + ", it is " + now,
                "clocks that differ by less than " + CLOCK_TOLERANCE.toSeconds() + " s",
                "synchronize the clocks of engine and host");
        String permitted = text(permit.sourceHost(), permit.destinationHost(), permit.vm(), permit.vmName());
        String wanted = text(use.sourceHost(), use.destinationHost(), use.vm(), use.vmName());
        reasons.when(
                !permitted.equals(wanted),
                PERMIT_FOR_OTHER,
                object,
                "for " + permitted,
                "for " + wanted,
                "start the migration through the engine");
        reasons.when(
                use.parameters().security().compareTo(permit.security()) < 0,
                PERMIT_FOR_OTHER,
                object,
                "demands " + permit.security(),
                "what the offer wants, " + use.parameters().security(),
                "start the migration through the engine");
        reasons.when(
                use.parameters().ports() != permit.ports(),
                PERMIT_FOR_OTHER,
                object,
                "for " + ports(permit.ports()),
                "for " + ports(use.parameters().ports()) + ", as the migration needs them",
                "start the migration through the engine");
        return reasons.all();
    }

    private static String ports(int count) {
        return count == 1 ? "1 port, memory" : count + " ports, memory and disks";
    }

    private static String text(String source, String destination, UUID vm, String vmName) {
        return "VM " + vmName + " (" + vm + ") from " + source + " to " + destination;
    }
}
