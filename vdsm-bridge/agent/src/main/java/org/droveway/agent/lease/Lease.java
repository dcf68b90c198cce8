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
 * @param accepted connections let in while the pinhole was open, known once it is shut
 * @param refusedBefore the host's count of refused attempts when the pinhole was opened
 */
public record Lease(
        UUID id,
        Permit permit,
        int memoryPort,
        Instant takenAt,
        Instant expiresAt,
        @Nullable Instant openedAt,
        @Nullable Instant shutForNewAt,
        long accepted,
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

    /** Whether the pinhole admits new connections. */
    public boolean open() {
        return openedAt != null && shutForNewAt == null;
    }
}
