package org.droveway.agent.testing;

import java.time.Instant;
import java.util.UUID;
import org.droveway.protocol.Security;
import org.droveway.protocol.permit.Permit;

/** Permits for tests. */
public final class Permits {
    private Permits() {}

    public static Permit from(String source, String destination) {
        return permit(source, destination, Instant.parse("2026-11-21T10:10:00Z"));
    }

    public static Permit expiring(Instant at) {
        return permit("10.62.0.11", "10.62.0.12", at);
    }

    /** For memory and disks. */
    public static Permit withDisks() {
        return permit("10.62.0.11", "10.62.0.12", 2, Instant.parse("2026-11-21T10:10:00Z"));
    }

    private static Permit permit(String source, String destination, Instant expiry) {
        return permit(source, destination, 1, expiry);
    }

    private static Permit permit(String source, String destination, int ports, Instant expiry) {
        return new Permit(
                UUID.randomUUID(),
                UUID.randomUUID(),
                UUID.randomUUID(),
                "vm1",
                "h1",
                "h2",
                source,
                destination,
                ports,
                Security.SECURE,
                "migration",
                false,
                1,
                expiry.minusSeconds(600),
                expiry);
    }
}
