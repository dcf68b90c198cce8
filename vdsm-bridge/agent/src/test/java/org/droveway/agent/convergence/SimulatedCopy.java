package org.droveway.agent.convergence;

import java.time.Instant;
import java.util.Random;
import org.droveway.protocol.link.Outlook;
import org.jspecify.annotations.Nullable;

/**
 * What QEMU does, in a loop without a clock: it sends, looks what was written meanwhile when little enough is left, and switches when that
 * fits into the downtime.
 */
final class SimulatedCopy {
    /** How it came out. */
    record Outcome(
            boolean switched,
            boolean hopeless,
            int passes,
            @Nullable Long firstPredictionMs,
            long lastedMs) {}

    private static final int TICK_MS = 50;
    private static final int SAMPLE_MS = 500;
    private static final int MOST_PASSES = 200;

    private final double bandwidth;
    private final double dirtyRate;
    private final double workingSet;
    private final double noise;
    private final Random random;
    private final DowntimeLadder ladder;
    private double remaining;
    private int pass = 1;
    private long passMs;
    private long ms;
    private @Nullable Long measuredDirtyRate;

    /**
     * A copy.
     *
     * @param workingSet most bytes that differ in one pass
     * @param noise how much the bandwidth goes up and down, 0 to 1
     */
    SimulatedCopy(
            double memory,
            double bandwidth,
            double dirtyRate,
            double workingSet,
            double noise,
            int maxDowntimeMs,
            long seed) {
        this.remaining = memory;
        this.bandwidth = bandwidth;
        this.dirtyRate = dirtyRate;
        this.workingSet = workingSet;
        this.noise = noise;
        this.ladder = DowntimeLadder.upTo(maxDowntimeMs);
        this.random = new Random(seed);
    }

    Outcome run() {
        ConvergenceEstimator estimator = new ConvergenceEstimator(ladder);
        Long first = null;
        for (; pass < MOST_PASSES; ms += TICK_MS) {
            if (send()) {
                return new Outcome(true, false, pass, first, ms);
            }
            if (ms % SAMPLE_MS == 0) {
                Forecast forecast = estimator.see(sample());
                first = first == null ? forecast.remainingMs() : first;
                if (forecast.outlook() == Outlook.DOES_NOT_CONVERGE) {
                    return new Outcome(false, true, pass, first, ms);
                }
            }
        }
        return new Outcome(false, false, pass, first, ms);
    }

    private CopySample sample() {
        return new CopySample(
                Instant.ofEpochMilli(ms), pass, Math.round(remaining), Math.round(bandwidth), measuredDirtyRate);
    }

    private boolean send() {
        double now = bandwidth * (1 + noise * (2 * random.nextDouble() - 1));
        remaining = Math.max(0, remaining - now * TICK_MS / 1000);
        passMs += TICK_MS;
        double enough = now * ladder.limitMs() / 1000;
        if (remaining > enough) {
            return false;
        }
        double written = Math.min(workingSet, dirtyRate * passMs / 1000);
        measuredDirtyRate = Math.round(written * 1000 / passMs);
        // What is written twice is sent once; in the first pass everything is still to be sent besides.
        remaining = pass == 1 ? remaining + written : Math.min(remaining + written, Math.max(workingSet, remaining));
        pass++;
        passMs = 0;
        return remaining <= enough;
    }
}
