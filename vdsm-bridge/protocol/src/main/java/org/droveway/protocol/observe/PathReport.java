package org.droveway.protocol.observe;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What was found about the way between two migration addresses, just before a migration took it.
 *
 * @param nic by which it leaves the source
 * @param gateway the source's next hop; null: the destination is on the link
 * @param mtu frames of this size went both ways, bytes
 * @param roundTripMicros shortest round trip, µs
 * @param bytesPerSecond one connection's, source to destination
 * @param sampledAt when the throughput was sampled; a sample counts for ten minutes
 * @param tls whether both ends agreed on TLS with the migration certificates
 */
public record PathReport(
        String sourceAddress,
        String destinationAddress,
        String nic,
        @Nullable String gateway,
        int mtu,
        long roundTripMicros,
        long bytesPerSecond,
        Instant sampledAt,
        boolean tls) {
    public PathReport {
        requireNonNull(sourceAddress, "sourceAddress");
        requireNonNull(destinationAddress, "destinationAddress");
        requireNonNull(nic, "nic");
        requireNonNull(sampledAt, "sampledAt");
    }
}
