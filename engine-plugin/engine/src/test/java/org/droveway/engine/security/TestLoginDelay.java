package org.droveway.engine.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class TestLoginDelay {
    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");

    private final LoginDelay delay = new LoginDelay();

    @Test
    void threeTriesAreFree() {
        tries(3);
        assertThat(delay.begin("alice", NOW)).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void theWaitDoublesUpToAMinute() {
        tries(3);
        Instant now = NOW;
        for (long wait : new long[] {1, 2, 4, 8, 16, 32, 60, 60}) {
            assertThat(delay.begin("alice", now)).isEqualTo(Duration.ofSeconds(wait));
            now = now.plusSeconds(wait);
            assertThat(delay.begin("alice", now)).isZero();
        }
    }

    @Test
    void triesWhileWaitingDoNotProlongIt() {
        tries(3);
        delay.begin("alice", NOW);
        delay.begin("alice", NOW);
        assertThat(delay.begin("alice", NOW.plusSeconds(1))).isZero();
    }

    @Test
    void successStartsAnew() {
        tries(3);
        delay.succeeded("alice");
        assertThat(delay.begin("alice", NOW)).isZero();
    }

    @Test
    void othersDoNotWait() {
        tries(3);
        assertThat(delay.begin("bob", NOW)).isZero();
    }

    @Test
    void anHourLaterItIsForgotten() {
        tries(3);
        Instant later = NOW.plusSeconds(3700);
        delay.begin("alice", later);
        assertThat(delay.begin("alice", later)).isZero();
    }

    private void tries(int count) {
        for (int i = 0; i < count; i++) {
            assertThat(delay.begin("alice", NOW)).isZero();
        }
    }
}
