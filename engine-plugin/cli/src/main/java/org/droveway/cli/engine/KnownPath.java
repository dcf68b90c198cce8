package org.droveway.cli.engine;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What was last found about the way from one host to another; bytes, bytes/s, µs. */
public record KnownPath(
        String from,
        String to,
        String migration,
        Instant seenAt,
        String sourceAddress,
        String destinationAddress,
        String nic,
        @Nullable String gateway,
        int mtu,
        long roundTripMicros,
        long bytesPerSecond,
        Instant sampledAt,
        boolean tls) {}
