package org.droveway.protocol.link;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How far the copy is, from libvirt's job statistics; bytes, bytes/s, ms.
 *
 * @param iteration memory pass, from 1
 * @param memory apart from the disks; null: not known
 * @param disks apart from the memory; null: none are copied, or not known
 * @param convergence whether the memory's copy comes to an end; null: not known, or no memory is copied yet
 */
public record MigrationProgress(
        UUID migration,
        Instant at,
        long elapsedMs,
        long totalBytes,
        long processedBytes,
        long remainingBytes,
        long bytesPerSecond,
        int iteration,
        @Nullable CopyProgress memory,
        @Nullable CopyProgress disks,
        @Nullable ConvergenceProgress convergence) {
    public MigrationProgress {
        requireNonNull(migration, "migration");
        requireNonNull(at, "at");
    }

    /** Memory and disks only together. */
    public MigrationProgress(
            UUID migration,
            Instant at,
            long elapsedMs,
            long totalBytes,
            long processedBytes,
            long remainingBytes,
            long bytesPerSecond,
            int iteration) {
        this(
                migration,
                at,
                elapsedMs,
                totalBytes,
                processedBytes,
                remainingBytes,
                bytesPerSecond,
                iteration,
                null,
                null,
                null);
    }
}
