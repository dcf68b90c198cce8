package org.droveway.engine.migration;

import java.util.List;
import org.droveway.engine.inventory.MemoryCompression;
import org.droveway.protocol.Convergence;
import org.droveway.protocol.Handover;
import org.droveway.protocol.MigrationParameters;
import org.droveway.protocol.Security;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of a plan beside its security. Of plans that were stored before they had all of these, the rest is what was done then.
 *
 * @param bandwidthMiBs upper bound for all streams together, MiB/s; null: not limited
 * @param streamBandwidthMiBs what is left of it for the memory and for each disk, MiB/s; null: not limited
 * @param maxDowntimeMs QEMU's downtime limit, ms; null: QEMU's default
 * @param tlsDestination name checked in the destination's certificate; null when insecure
 * @param disks targets of the disks that are copied
 * @param parallelConnections connections that carry the memory; 1: no multifd
 */
public record PlanParameters(
        @Nullable Long bandwidthMiBs,
        @Nullable Long streamBandwidthMiBs,
        @Nullable Integer maxDowntimeMs,
        @Nullable String tlsDestination,
        List<String> disks,
        Integer parallelConnections,
        MemoryCompression compression,
        Handover handover,
        Convergence convergence) {
    public PlanParameters {
        streamBandwidthMiBs = streamBandwidthMiBs == null ? bandwidthMiBs : streamBandwidthMiBs;
        disks = disks == null ? List.of() : List.copyOf(disks);
        parallelConnections = parallelConnections == null ? 1 : parallelConnections;
        compression = compression == null ? MemoryCompression.NONE : compression;
        handover = handover == null ? Handover.STRICT : handover;
        convergence = convergence == null ? Convergence.KEEP_ON : convergence;
    }

    /** Nothing but its security settled by a wish: one connection, shared disks, strict handover. */
    public static PlanParameters simplest(@Nullable String tlsDestination) {
        return new PlanParameters(
                null,
                null,
                null,
                tlsDestination,
                List.of(),
                1,
                MemoryCompression.NONE,
                Handover.STRICT,
                Convergence.KEEP_ON);
    }

    static PlanParameters of(WantedParameters wanted, int connections, String destination) {
        List<String> disks = wanted.disks().targets();
        Long limit = wanted.policy().bandwidth().inForce();
        return new PlanParameters(
                limit,
                limit == null ? null : Long.valueOf(limit / (1 + disks.size())),
                wanted.policy().downtime().inForce(),
                wanted.policy().type() == Security.SECURE ? destination : null,
                disks,
                connections,
                wanted.compression().value(),
                wanted.handover().value(),
                wanted.convergence().value());
    }

    /** As agents want them: what every agent does anyway is left out. */
    MigrationParameters order(Security type) {
        return new MigrationParameters(
                type,
                streamBandwidthMiBs,
                maxDowntimeMs,
                tlsDestination,
                disks,
                parallelConnections == 1 ? null : parallelConnections,
                compression.method(),
                handover == Handover.STRICT ? null : handover,
                convergence == Convergence.KEEP_ON ? null : convergence);
    }
}
