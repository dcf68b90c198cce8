package org.droveway.engine.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class TestAllowance {
    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");

    private final Allowance allowance = new Allowance(2, Duration.ofSeconds(10), NOW);

    @Test
    void isUsedUp() {
        allowance.take(NOW);
        assertThat(allowance.take(NOW)).isEqualTo(OptionalLong.of(0));
        assertThat(allowance.take(NOW)).isEmpty();
    }

    @Test
    void tellsHowManyItLeftOut() {
        for (int i = 0; i < 5; i++) {
            allowance.take(NOW);
        }
        assertThat(allowance.take(NOW.plusSeconds(9))).isEmpty();
        assertThat(allowance.take(NOW.plusSeconds(10))).isEqualTo(OptionalLong.of(4));
    }

    @Test
    void neverGathersMoreThanItsMost() {
        Instant later = NOW.plusSeconds(1000);
        allowance.take(later);
        assertThat(allowance.take(later)).isPresent();
        assertThat(allowance.take(later)).isEmpty();
    }

    @Test
    void aClockThatGoesBackTakesNothingAway() {
        assertThat(allowance.take(NOW.minusSeconds(60))).isPresent();
        assertThat(allowance.take(NOW)).isPresent();
    }
}
