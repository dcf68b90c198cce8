package org.droveway.agent.lease;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.UUID;
import org.droveway.protocol.permit.Permit;
import org.jspecify.annotations.Nullable;

/**
 * A port of the pool held for one migration to this host.
 *
 * @param permit whose addresses the pinhole has
 * @param expiresAt when it runs out unless renewed
 * @param openedAt when the pinhole was first opened; null before
 * @param shutForNewAt when the pinhole stopped to admit new connections; null while it does
 * @param acceptedBefore the port's count of connections let in when the pinhole was first opened
 * @param refusedBefore the host's count of refused attempts when the pinhole was first opened
 */
public record Lease(
        UUID id,
        Permit permit,
        int memoryPort,
        Instant takenAt,
        Instant expiresAt,
        @Nullable Instant openedAt,
        @Nullable Instant shutForNewAt,
        long acceptedBefore,
        long refusedBefore) {
    public Lease {
        requireNonNull(id, "id");
        requireNonNull(permit, "permit");
        requireNonNull(takenAt, "takenAt");
        requireNonNull(expiresAt, "expiresAt");
    }

    /** The migration it is held for. */
    public UUID migration() {
        return permit.migration();
    }

    Lease until(Instant end) {
        return new Lease(id, permit, memoryPort, takenAt, end, openedAt, shutForNewAt, acceptedBefore, refusedBefore);
    }

    Lease openedAt(Instant now, long accepted, long refused) {
        return openedAt == null
                ? new Lease(id, permit, memoryPort, takenAt, expiresAt, now, null, accepted, refused)
                : new Lease(id, permit, memoryPort, takenAt, expiresAt, openedAt, null, acceptedBefore, refusedBefore);
    }

    Lease shutAt(Instant now) {
        return new Lease(id, permit, memoryPort, takenAt, expiresAt, openedAt, now, acceptedBefore, refusedBefore);
    }

    /** Whether the pinhole admits new connections. */
    public boolean open() {
        return openedAt != null && shutForNewAt == null;
    }
}
