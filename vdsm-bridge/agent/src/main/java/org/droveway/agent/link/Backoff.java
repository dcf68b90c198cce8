package org.droveway.agent.link;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** How long to wait before dialling again: doubled each time up to a bound, spread so that hosts do not dial in step. Not thread-safe. */
public final class Backoff {
    private final Duration first;
    private final Duration longest;
    private final RandomGenerator random;
    private Duration current;

    public Backoff(Duration first, Duration longest, RandomGenerator random) {
        this.first = first;
        this.longest = longest;
        this.random = random;
        this.current = first;
    }

    /** Between half of the present wait and all of it; the next one is longer. */
    public Duration next() {
        Duration wait = current.dividedBy(2).plusMillis(random.nextLong(current.toMillis() / 2 + 1));
        Duration doubled = current.multipliedBy(2);
        current = doubled.compareTo(longest) < 0 ? doubled : longest;
        return wait;
    }

    /** After a connection that worked. */
    public void reset() {
        current = first;
    }
}
