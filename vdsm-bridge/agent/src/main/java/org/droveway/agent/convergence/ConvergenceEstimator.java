package org.droveway.agent.convergence;

import java.util.Locale;
import org.droveway.protocol.link.Outlook;

/**
 * Watches one copy. It converges as long as a pass has less to send than the best before it; when three passes in a row were not better by 4 %,
 * and not even the longest downtime suffices for what is left, it never will. Not thread-safe.
 */
public final class ConvergenceEstimator {
    /** A pass that is better by less than this is no better. */
    private static final double BETTER = 0.96;
    /** Passes in a row without a better one until the copy is given up. */
    private static final int HOPELESS = 3;
    /** The same, though by our measure a rung of the ladder would do. */
    private static final int HOPELESS_AFTER_ALL = 8;
    /** Weight of the newest sample. */
    private static final double NEWEST = 0.4;

    private final DowntimeLadder ladder;
    private final PassWatch passes = new PassWatch();
    private double bandwidth;
    private double dirtyRate = -1;
    private double best = Double.MAX_VALUE;
    private double left;
    private int begun;
    private int worse;

    public ConvergenceEstimator(DowntimeLadder ladder) {
        this.ladder = ladder;
    }

    /** Takes in a sample; the ladder is raised when that is the time for it. */
    public Forecast see(CopySample sample) {
        Long dirty = sample.dirtyBytesPerSecond();
        bandwidth = sample.bytesPerSecond() > 0 ? smooth(bandwidth, (double) sample.bytesPerSecond()) : bandwidth;
        dirtyRate = dirty == null ? dirtyRate : smooth(dirtyRate, dirty.doubleValue());
        double beginning = passes.beginning(sample, bandwidth);
        if (beginning >= 0) {
            begin(beginning);
        }
        return forecast(sample);
    }

    private void begin(double bytes) {
        begun++;
        left = bytes;
        boolean better = bytes < best * BETTER;
        best = Math.min(best, bytes);
        worse = better ? 0 : worse + 1;
        if (worse > 0) {
            ladder.raise(bytes, bandwidth);
        }
    }

    private boolean hopeless() {
        boolean suffices = best <= DowntimeLadder.sendable(bandwidth, ladder.topMs());
        return worse >= (suffices ? HOPELESS_AFTER_ALL : HOPELESS);
    }

    private Forecast forecast(CopySample sample) {
        if (hopeless()) {
            return new Forecast(
                    Outlook.DOES_NOT_CONVERGE,
                    null,
                    String.format(
                            Locale.ROOT,
                            "pass %d had %.1f MiB to send and the %d before it no more, at %.1f MiB/s; a downtime of %d ms is allowed",
                            sample.pass(),
                            mebi(left),
                            worse,
                            mebi(bandwidth),
                            ladder.topMs()));
        }
        if (bandwidth <= 0 || (begun == 0 && dirtyRate < 0)) {
            return new Forecast(Outlook.TOO_EARLY, null, "nothing was written yet that would have to be sent again");
        }
        return predicted((double) sample.remainingBytes());
    }

    /** Each pass has what was written during the one before: with r = dirty rate ÷ bandwidth a geometric series. */
    private Forecast predicted(double remaining) {
        double ratio = Math.max(dirtyRate, 0) / bandwidth;
        double enough = DowntimeLadder.sendable(bandwidth, ladder.limitMs());
        if (worse > 0 || (ratio >= BETTER && remaining > enough)) {
            return new Forecast(
                    Outlook.TOO_EARLY, null, "the guest writes as fast as can be sent; the next passes tell");
        }
        double seconds = remaining / bandwidth;
        if (remaining > enough && ratio > 0) {
            double more = Math.ceil(Math.log(enough / remaining) / Math.log(ratio));
            seconds = seconds * (1 - Math.pow(ratio, more + 1)) / (1 - ratio);
        }
        return new Forecast(Outlook.CONVERGES, Math.round(seconds * 1000), "each pass has less to send");
    }

    /** What the guest writes anew, bytes/s; negative: not known yet. */
    public double dirtyBytesPerSecond() {
        return dirtyRate;
    }

    private static double smooth(double before, double newest) {
        return before <= 0 ? newest : before + NEWEST * (newest - before);
    }

    private static double mebi(double bytes) {
        return bytes / (1 << 20);
    }
}
