package org.droveway.agent.path;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.droveway.protocol.Security;
import org.droveway.protocol.permit.Permit;
import org.junit.jupiter.api.Test;

class TestPathSamples {
    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");

    private final PathSamples samples = new PathSamples();

    private static Permit between(String source, String destination) {
        return new Permit(
                UUID.randomUUID(),
                UUID.randomUUID(),
                UUID.randomUUID(),
                "vm1",
                "h1",
                "h2",
                source,
                destination,
                1,
                Security.SECURE,
                "migration",
                false,
                1,
                NOW,
                NOW.plusSeconds(60));
    }

    private long sampled(Permit permit, Duration later, long speed) throws IOException {
        return samples.newest(permit, NOW.plus(later), () -> speed).bytesPerSecond();
    }

    @Test
    void aPathIsLoadedAgainAfterTenMinutesOnly() throws IOException {
        Permit permit = between("10.62.0.11", "10.62.0.12");
        assertThat(sampled(permit, Duration.ZERO, 100)).isEqualTo(100);
        assertThat(sampled(permit, PathSamples.FRESH.minusSeconds(1), 200)).isEqualTo(100);
        assertThat(sampled(permit, PathSamples.FRESH, 300)).isEqualTo(300);
    }

    @Test
    void everyPairAndDirectionHasItsOwn() throws IOException {
        assertThat(sampled(between("10.62.0.11", "10.62.0.12"), Duration.ZERO, 100))
                .isEqualTo(100);
        assertThat(sampled(between("10.62.0.12", "10.62.0.11"), Duration.ZERO, 200))
                .isEqualTo(200);
        assertThat(sampled(between("10.62.0.11", "10.62.0.13"), Duration.ZERO, 300))
                .isEqualTo(300);
    }

    @Test
    void aMeasurementThatFailsIsNotKept() throws IOException {
        Permit permit = between("10.62.0.11", "10.62.0.12");
        assertThatThrownBy(() -> samples.newest(permit, NOW, () -> {
                    throw new IOException("cut");
                }))
                .hasMessage("cut");
        assertThat(sampled(permit, Duration.ZERO, 100)).isEqualTo(100);
    }
}
