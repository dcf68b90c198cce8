package org.droveway.agent.enrolment;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Waits between attempts, longer each time; ends early when the agent stops.
 *
 * @param first before the second attempt
 * @param longest upper bound
 * @param stopping counted down when the agent is told to stop
 */
public record Patience(Duration first, Duration longest, CountDownLatch stopping) {
    /** A second at first, half a minute at most. */
    public static Patience usual(CountDownLatch stopping) {
        return new Patience(Duration.ofSeconds(1), Duration.ofSeconds(30), stopping);
    }

    void beforeAttempt(int attempt, String why, System.Logger log) throws InterruptedException {
        Duration wait = before(attempt);
        log.log(System.Logger.Level.WARNING, () -> why + "; next attempt in " + wait.toMillis() + " ms");
        if (stopping.await(wait.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new InterruptedException("the agent is stopping");
        }
    }

    Duration before(int attempt) {
        Duration doubled = first.multipliedBy(1L << Math.min(Math.max(attempt - 2, 0), 20));
        return doubled.compareTo(longest) < 0 ? doubled : longest;
    }
}
