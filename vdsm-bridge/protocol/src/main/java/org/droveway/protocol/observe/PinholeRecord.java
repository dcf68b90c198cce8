package org.droveway.protocol.observe;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Life of one pinhole.
 *
 * @param shutForNewAt when it stopped to admit new connections; null if it never did before its removal
 * @param removedAt null while it is there
 * @param packetsAccepted new connections let in (first packets), counted by nftables
 * @param refused connection attempts at pool ports answered with a reset while it was open, from any source
 */
public record PinholeRecord(
        String source,
        String destination,
        int port,
        Instant openedAt,
        @Nullable Instant shutForNewAt,
        @Nullable Instant removedAt,
        long packetsAccepted,
        long refused) {
    public PinholeRecord {
        requireNonNull(source, "source");
        requireNonNull(destination, "destination");
        requireNonNull(openedAt, "openedAt");
    }
}
