package org.droveway.protocol;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/**
 * What the source wants and the destination agrees to; the destination needs nothing else (rule 7).
 *
 * @param security whether QEMU's TLS is used for memory and disks
 * @param bandwidthMiBs upper bound for memory and for each disk mirror, MiB/s; null: not limited
 * @param maxDowntimeMs QEMU's downtime limit in ms, 1 to 2,000,000; null: QEMU's default of 300
 * @param tlsDestination name the source checks in the destination's certificate; null only when insecure
 */
public record MigrationParameters(
        Security security,
        @Nullable Long bandwidthMiBs,
        @Nullable Integer maxDowntimeMs,
        @Nullable String tlsDestination) {
    public MigrationParameters {
        requireNonNull(security, "security");
        if (security == Security.SECURE) {
            requireNonNull(tlsDestination, "tlsDestination");
        }
    }
}
