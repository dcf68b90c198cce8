package org.droveway.agent.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TestBackoff {
    private final Backoff backoff = new Backoff(Duration.ofMillis(250), Duration.ofSeconds(15), new Random(1));

    @Test
    void growsUpToItsBound() {
        for (long most : new long[] {250, 500, 1000, 2000, 4000, 8000, 15000, 15000, 15000}) {
            assertThat(backoff.next().toMillis()).isBetween(most / 2, most);
        }
    }

    @Test
    void beginsAnewAfterAConnectionThatWorked() {
        backoff.next();
        backoff.next();
        backoff.reset();
        assertThat(backoff.next().toMillis()).isBetween(125L, 250L);
    }

    @Test
    void spreadsHosts() {
        Backoff other = new Backoff(Duration.ofSeconds(10), Duration.ofSeconds(10), new Random(2));
        Backoff one = new Backoff(Duration.ofSeconds(10), Duration.ofSeconds(10), new Random(3));
        assertThat(one.next()).isNotEqualTo(other.next());
    }
}
