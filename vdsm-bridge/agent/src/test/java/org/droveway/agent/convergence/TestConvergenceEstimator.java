package org.droveway.agent.convergence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Random;
import org.droveway.agent.convergence.SimulatedCopy.Outcome;
import org.droveway.protocol.link.Outlook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TestConvergenceEstimator {
    private static final double MIB = 1 << 20;
    private static final int COPIES = 400;
    private static final int BOUND = 16;

    private static double between(Random random, double low, double high) {
        return low + (high - low) * random.nextDouble();
    }

    @Test
    void aCopyThatConvergesIsNeverGivenUp() {
        for (long seed = 0; seed < COPIES; seed++) {
            Random random = new Random(seed);
            double bandwidth = between(random, 10, 1000) * MIB;
            double memory = bandwidth * between(random, 2, 300);
            double dirtyRate = bandwidth * between(random, 0.02, 0.85);
            Outcome outcome = new SimulatedCopy(memory, bandwidth, dirtyRate, memory, 0.1, 500, seed).run();
            assertThat(outcome.hopeless()).as("copy %s: %s", seed, outcome).isFalse();
            assertThat(outcome.switched()).as("copy %s: %s", seed, outcome).isTrue();
        }
    }

    @Test
    void aSmallWorkingSetConvergesHoweverFastItIsWritten() {
        for (long seed = 0; seed < COPIES; seed++) {
            Random random = new Random(seed);
            double bandwidth = between(random, 10, 1000) * MIB;
            double memory = bandwidth * between(random, 5, 100);
            double workingSet = bandwidth * 0.5 * between(random, 0.05, 0.7);
            Outcome outcome = new SimulatedCopy(
                            memory, bandwidth, bandwidth * between(random, 1, 20), workingSet, 0.05, 500, seed)
                    .run();
            assertThat(outcome.hopeless()).as("copy %s: %s", seed, outcome).isFalse();
            assertThat(outcome.switched()).as("copy %s: %s", seed, outcome).isTrue();
        }
    }

    @Test
    void aCopyThatNeverEndsIsFoundOutWithinSixteenPasses() {
        for (long seed = 0; seed < COPIES; seed++) {
            Random random = new Random(seed);
            double bandwidth = between(random, 10, 1000) * MIB;
            double memory = bandwidth * between(random, 5, 100);
            double workingSet = Math.min(memory, bandwidth * between(random, 1, 30));
            Outcome outcome = new SimulatedCopy(
                            memory, bandwidth, bandwidth * between(random, 1.1, 20), workingSet, 0.1, 500, seed)
                    .run();
            assertThat(outcome.hopeless()).as("copy %s: %s", seed, outcome).isTrue();
            assertThat(outcome.passes()).as("copy %s: %s", seed, outcome).isLessThanOrEqualTo(BOUND);
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.1, 0.3, 0.5, 0.7})
    void theEndIsForetoldAsItComes(double ratio) {
        double bandwidth = 100 * MIB;
        Outcome outcome = new SimulatedCopy(3000 * MIB, bandwidth, bandwidth * ratio, 3000 * MIB, 0, 300, 1).run();
        long firstPassMs = 30_000;
        assertThat(outcome.firstPredictionMs()).isNotNull();
        assertThat(outcome.firstPredictionMs())
                .isBetween((outcome.lastedMs() - firstPassMs) / 2, (outcome.lastedMs() - firstPassMs) * 2 + 2000);
    }

    @Test
    void beforeTheFirstPassIsOverNothingIsKnown() {
        ConvergenceEstimator estimator = new ConvergenceEstimator(DowntimeLadder.unset());
        Forecast forecast = estimator.see(new CopySample(Instant.EPOCH, 1, 1 << 30, 1 << 20, null));
        assertThat(forecast.outlook()).isEqualTo(Outlook.TOO_EARLY);
        assertThat(forecast.remainingMs()).isNull();
    }

    @Test
    void whatIsHopelessSaysWhatWasSeen() {
        ConvergenceEstimator estimator = new ConvergenceEstimator(DowntimeLadder.upTo(500));
        Forecast forecast = new Forecast(Outlook.TOO_EARLY, null, "");
        for (int pass = 1; pass <= 5; pass++) {
            forecast = estimator.see(
                    new CopySample(Instant.ofEpochSecond(10L * pass), pass, 100 << 20, 10 << 20, 12L << 20));
        }
        assertThat(forecast.outlook()).isEqualTo(Outlook.DOES_NOT_CONVERGE);
        assertThat(forecast.why()).contains("100.0 MiB", "10.0 MiB/s", "500 ms");
    }
}
