package org.droveway.agent.lease;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.droveway.protocol.permit.Permit;
import org.jspecify.annotations.Nullable;

/**
 * One or two ports of the pool held for one migration to this host.
 *
 * @param permit whose addresses the pinholes have
 * @param expiresAt when it runs out unless renewed
 * @param openedAt when the pinholes were first opened; null before
 * @param shutForNewAt when the memory's pinhole stopped to admit new connections; null while it does
 * @param acceptedBefore the memory port's count of connections let in when its pinhole was first opened
 * @param refusedBefore the host's count of refused attempts when the pinholes were first opened
 * @param disks the port for disks; null when none are copied
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
        long refusedBefore,
        @Nullable LeasedPort disks) {
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

    /** The port for disks; null when none are copied. */
    public @Nullable Integer disksPort() {
        return disks == null ? null : disks.port();
    }

    /** Memory's first. */
    public List<Integer> ports() {
        return disks == null ? List.of(memoryPort) : List.of(memoryPort, disks.port());
    }

    /** Those whose pinhole admits new connections. */
    public List<Integer> openPorts() {
        List<Integer> open = new ArrayList<>();
        if (openedAt != null && shutForNewAt == null) {
            open.add(memoryPort);
        }
        if (openedAt != null && disks != null && disks.shutForNewAt() == null) {
            open.add(disks.port());
        }
        return List.copyOf(open);
    }

    Lease until(Instant end) {
        return new Lease(
                id, permit, memoryPort, takenAt, end, openedAt, shutForNewAt, acceptedBefore, refusedBefore, disks);
    }

    /** All of it, for the first time. */
    Lease openedAt(Instant now, long accepted, long refused, long acceptedForDisks) {
        LeasedPort opened = disks == null ? null : disks.openedAfter(acceptedForDisks);
        return new Lease(id, permit, memoryPort, takenAt, expiresAt, now, null, accepted, refused, opened);
    }

    /** The memory's again: who resumes has copied the disks before. */
    Lease openedAgain() {
        return shutForNewAt(null);
    }

    Lease shutAt(int port, Instant now) {
        if (port == memoryPort) {
            return shutForNewAt(now);
        }
        if (disks == null || port != disks.port()) {
            throw new IllegalArgumentException(
                    "port " + port + " is not one of lease " + id + ", which has " + ports());
        }
        return new Lease(
                id,
                permit,
                memoryPort,
                takenAt,
                expiresAt,
                openedAt,
                shutForNewAt,
                acceptedBefore,
                refusedBefore,
                disks.shutAt(now));
    }

    private Lease shutForNewAt(@Nullable Instant at) {
        return new Lease(
                id, permit, memoryPort, takenAt, expiresAt, openedAt, at, acceptedBefore, refusedBefore, disks);
    }
}
