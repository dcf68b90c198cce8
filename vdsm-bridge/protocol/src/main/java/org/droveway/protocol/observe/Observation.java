package org.droveway.protocol.observe;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one agent saw of one migration.
 *
 * @param memoryStream from the first payload bytes of the memory stream
 * @param diskStream what followed the option greeting on the streams to the disks' port, where NBD begins in clear even under TLS; null when no disk is
 *     copied
 * @param tlsCredentials source: whether QEMU itself says it uses TLS credentials; null when it could not be asked. The
 *     destination's cannot be: libvirt lets nobody near a domain that arrives, and takes the credentials away at its end
 * @param suspendedAt source: when the guest stopped
 * @param resumedAt destination: when the guest ran again
 * @param migrateCallMs source: duration of libvirt's migrate call, ms
 * @param libvirtDowntimeMs destination: downtime that libvirt's job statistics name, ms; the source's libvirt forgets them with
 *     the domain
 */
public record Observation(
        String host,
        List<ObservedConnection> connections,
        List<NicTraffic> traffic,
        StreamSecurity memoryStream,
        @Nullable StreamSecurity diskStream,
        @Nullable Boolean tlsCredentials,
        List<PinholeRecord> pinholes,
        @Nullable Instant suspendedAt,
        @Nullable Instant resumedAt,
        @Nullable Long migrateCallMs,
        @Nullable Long libvirtDowntimeMs) {
    public Observation {
        requireNonNull(host, "host");
        requireNonNull(memoryStream, "memoryStream");
        connections = List.copyOf(connections);
        traffic = List.copyOf(traffic);
        pinholes = List.copyOf(pinholes);
    }

    /** No disk is copied. */
    public Observation(
            String host,
            List<ObservedConnection> connections,
            List<NicTraffic> traffic,
            StreamSecurity memoryStream,
            @Nullable Boolean tlsCredentials,
            List<PinholeRecord> pinholes,
            @Nullable Instant suspendedAt,
            @Nullable Instant resumedAt,
            @Nullable Long migrateCallMs,
            @Nullable Long libvirtDowntimeMs) {
        this(
                host,
                connections,
                traffic,
                memoryStream,
                null,
                tlsCredentials,
                pinholes,
                suspendedAt,
                resumedAt,
                migrateCallMs,
                libvirtDowntimeMs);
    }
}
