package org.droveway.agent.migration;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.droveway.agent.libvirt.GuestWrites;
import org.droveway.agent.libvirt.JobStats;
import org.droveway.protocol.MigrationParameters;
import org.droveway.protocol.Security;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TestWatchdog {
    private static final Instant START = Instant.parse("2026-11-21T12:00:00Z");

    private final Watchdog watchdog = new Watchdog(copying(null, null));

    private static MigrationParameters copying(@Nullable List<String> disks, @Nullable Long bandwidth) {
        return new MigrationParameters(Security.INSECURE, bandwidth, null, null, disks, null, null, null, null);
    }

    private static JobStats stats(long processed, long remaining, int iteration) {
        return new JobStats(true, 0, 1000, processed, remaining, 0, iteration, null, null, null, GuestWrites.UNKNOWN);
    }

    private boolean at(long seconds, JobStats stats) {
        return watchdog.stalled(stats, START.plusSeconds(seconds));
    }

    @Test
    void whatMovesIsNotStalled() {
        for (int second = 0; second < 100; second++) {
            assertThat(at(second, stats(second, 1000, 1))).isFalse();
        }
    }

    @Test
    void sevenSecondsWithoutAByteAreAStall() {
        assertThat(at(0, stats(500, 500, 1))).isFalse();
        assertThat(at(6, stats(500, 500, 1))).isFalse();
        assertThat(at(7, stats(500, 500, 1))).isTrue();
    }

    @Test
    void elapsedTimeIsNoMovement() {
        assertThat(at(0, new JobStats(true, 1, 1000, 500, 500, 9, 1, null, null, null, GuestWrites.UNKNOWN)))
                .isFalse();
        assertThat(at(7, new JobStats(true, 7_001, 1000, 500, 500, 8, 1, null, null, null, GuestWrites.UNKNOWN)))
                .isTrue();
    }

    @Test
    void aNewPassIsMovement() {
        assertThat(at(0, stats(500, 0, 1))).isFalse();
        assertThat(at(6, stats(500, 0, 2))).isFalse();
        assertThat(at(12, stats(500, 0, 2))).isFalse();
        assertThat(at(13, stats(500, 0, 2))).isTrue();
    }

    @Test
    void beforeTheFirstByteThereIsMorePatience() {
        assertThat(at(0, null)).isFalse();
        assertThat(at(30, null)).isFalse();
        assertThat(at(59, null)).isFalse();
        assertThat(at(60, null)).isTrue();
    }

    @Test
    void theFirstByteBeginsTheShorterPatience() {
        assertThat(at(0, null)).isFalse();
        assertThat(at(50, stats(1, 999, 1))).isFalse();
        assertThat(at(56, stats(1, 999, 1))).isFalse();
        assertThat(at(57, stats(1, 999, 1))).isTrue();
    }

    @Test
    void aDiskWithALimitMovesInSteps() {
        assertThat(new Watchdog(copying(List.of("vda"), 2L)).patience()).isEqualTo(Duration.ofSeconds(15));
        assertThat(new Watchdog(copying(List.of("vda"), null)).patience()).isEqualTo(Watchdog.PATIENCE);
        assertThat(new Watchdog(copying(null, 2L)).patience()).isEqualTo(Watchdog.PATIENCE);
    }
}
