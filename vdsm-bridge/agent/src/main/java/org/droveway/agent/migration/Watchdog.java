package org.droveway.agent.migration;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.droveway.agent.libvirt.JobStats;
import org.droveway.protocol.MigrationParameters;
import org.jspecify.annotations.Nullable;

/** Notices that a copy no longer moves. Off as soon as the switchover begins, because then nothing moves for good reasons. */
final class Watchdog {
    /** Once bytes have flowed: with what it takes to notice and to abort, a dead network is left within 10 s. */
    static final Duration PATIENCE = Duration.ofSeconds(7);
    /** Before the first byte: the destination's QEMU has to start. */
    static final Duration PATIENCE_AT_START = Duration.ofSeconds(60);

    /** QEMU copies a disk in steps of this size, and with a bandwidth limit waits behind each of them; MiB. */
    private static final long DISK_STEP_MIB = 16;

    private final Duration patience;
    private @Nullable JobStats last;
    private @Nullable Instant movedAt;

    /** For a migration with these parameters. */
    Watchdog(MigrationParameters parameters) {
        Long limit = parameters.bandwidthMiBs();
        boolean inSteps = limit != null && limit > 0 && parameters.disks() != null;
        this.patience = inSteps ? PATIENCE.plusMillis(1000 * DISK_STEP_MIB / limit) : PATIENCE;
    }

    /** How long nothing may move once bytes have flowed. */
    Duration patience() {
        return patience;
    }

    /** Whether nothing has moved for too long. */
    boolean stalled(@Nullable JobStats stats, Instant now) {
        if (movedAt == null || !same(stats, last)) {
            movedAt = now;
            last = stats;
        }
        boolean flowed = last != null && last.processedBytes() > 0;
        return Duration.between(movedAt, now).compareTo(flowed ? patience : PATIENCE_AT_START) >= 0;
    }

    private static boolean same(@Nullable JobStats a, @Nullable JobStats b) {
        return Objects.equals(progress(a), progress(b));
    }

    private static @Nullable List<Long> progress(@Nullable JobStats stats) {
        return stats == null ? null : List.of(stats.processedBytes(), stats.remainingBytes(), (long) stats.iteration());
    }
}
