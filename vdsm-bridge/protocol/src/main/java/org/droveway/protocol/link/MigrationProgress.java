package org.droveway.protocol.link;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.UUID;

/**
 * How far the copy is, from libvirt's job statistics; bytes, bytes/s, ms.
 *
 * @param iteration memory pass, from 1
 */
public record MigrationProgress(
        UUID migration,
        Instant at,
        long elapsedMs,
        long totalBytes,
        long processedBytes,
        long remainingBytes,
        long bytesPerSecond,
        int iteration) {
    public MigrationProgress {
        requireNonNull(migration, "migration");
        requireNonNull(at, "at");
    }
}
