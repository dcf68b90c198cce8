package org.droveway.agent.libvirt;

import java.util.Map;
import org.droveway.protocol.link.CopyProgress;
import org.jspecify.annotations.Nullable;

/**
 * How far a migration is; bytes, bytes/s, ms.
 *
 * @param memory apart from the disks; null while none of it is copied
 * @param disks apart from the memory; null when none are copied
 * @param downtimeMs null while libvirt does not know it
 * @param running false once the job is over
 * @param writes what the guest writes meanwhile
 */
public record JobStats(
        boolean running,
        long elapsedMs,
        long totalBytes,
        long processedBytes,
        long remainingBytes,
        long bytesPerSecond,
        int iteration,
        @Nullable CopyProgress memory,
        @Nullable CopyProgress disks,
        @Nullable Long downtimeMs,
        GuestWrites writes) {

    private static final int TYPE_BOUNDED = 1;
    private static final int TYPE_UNBOUNDED = 2;

    /** From virDomainGetJobStats: its type and its numbers by libvirt's names; what is not there counts as 0. */
    public static JobStats of(int type, Map<String, Long> values) {
        long memoryRate = values.getOrDefault("memory_bps", 0L);
        long diskRate = values.getOrDefault("disk_bps", 0L);
        return new JobStats(
                type == TYPE_BOUNDED || type == TYPE_UNBOUNDED,
                values.getOrDefault("time_elapsed", 0L),
                values.getOrDefault("data_total", 0L),
                values.getOrDefault("data_processed", 0L),
                values.getOrDefault("data_remaining", 0L),
                memoryRate + diskRate,
                (int) Math.min(Integer.MAX_VALUE, values.getOrDefault("memory_iteration", 0L)),
                copy("memory", values),
                copy("disk", values),
                values.get("downtime"),
                GuestWrites.of(values));
    }

    private static @Nullable CopyProgress copy(String what, Map<String, Long> values) {
        long total = values.getOrDefault(what + "_total", 0L);
        return total == 0
                ? null
                : new CopyProgress(
                        total,
                        values.getOrDefault(what + "_processed", 0L),
                        values.getOrDefault(what + "_remaining", 0L),
                        values.getOrDefault(what + "_bps", 0L));
    }
}
