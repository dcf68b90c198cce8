package org.droveway.cli.engine;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What one host's agent saw of a migration; times of the stop in ms. */
public record Observation(
        String host,
        List<Connection> connections,
        List<Traffic> traffic,
        @Nullable String memoryStream,
        @Nullable String diskStream,
        @Nullable Boolean tlsCredentials,
        List<Pinhole> pinholes,
        @Nullable Instant suspendedAt,
        @Nullable Instant resumedAt,
        @Nullable Long migrateCallMs,
        @Nullable Long libvirtDowntimeMs) {

    /** A TCP connection of the migration in the host's socket table. */
    public record Connection(
            String localAddress,
            int localPort,
            String remoteAddress,
            int remotePort,
            String nic,
            @Nullable Long sentBytes,
            @Nullable Long receivedBytes) {}

    /** Bytes that went over a NIC during the migration. */
    public record Traffic(String nic, long receivedBytes, long sentBytes) {}

    /** The life of one pinhole; packets accepted and attempts refused while it was open. */
    public record Pinhole(
            String source,
            String destination,
            int port,
            @Nullable Instant openedAt,
            @Nullable Instant shutForNewAt,
            @Nullable Instant removedAt,
            long packetsAccepted,
            long refused) {}
}
