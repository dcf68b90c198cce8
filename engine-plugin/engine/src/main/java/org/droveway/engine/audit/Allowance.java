package org.droveway.engine.audit;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;

/**
 * How much of what nobody answers for is written down: strangers must not be able to fill the disk. Refills evenly; what is left
 * out is counted, and the count is told with the next one that is not.
 */
public final class Allowance {
    private final int most;
    private final Duration each;
    private Instant refilled;
    private int left;
    private long leftOut;

    /**
     * A full one.
     *
     * @param most at once, at least 1
     * @param each after which time there is one more
     */
    public Allowance(int most, Duration each, Instant now) {
        this.most = most;
        this.each = requireNonNull(each, "each");
        this.refilled = requireNonNull(now, "now");
        this.left = most;
    }

    /** How many were left out since the last one that was not; empty: this one is left out too. */
    public synchronized OptionalLong take(Instant now) {
        long more = Math.max(0, Duration.between(refilled, now).dividedBy(each));
        refilled = refilled.plus(each.multipliedBy(more));
        left = (int) Math.min(most, left + more);
        if (left == 0) {
            leftOut++;
            return OptionalLong.empty();
        }
        left--;
        long told = leftOut;
        leftOut = 0;
        return OptionalLong.of(told);
    }
}
