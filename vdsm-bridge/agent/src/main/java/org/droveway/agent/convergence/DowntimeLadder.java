package org.droveway.agent.convergence;

import java.util.stream.IntStream;

/**
 * The downtimes that QEMU is allowed one after the other: a guest that needs only a short one gets it, and the longest is for those who would
 * not end otherwise. Of the longest that is permitted: 20, 30, 40, 60, 80 and 100 %.
 */
public final class DowntimeLadder {
    /** QEMU's own limit, which stays when none is given. */
    public static final int DEFAULT_MS = 300;

    private static final int[] PERCENT = {20, 30, 40, 60, 80, 100};

    private final int[] rungs;
    private int rung;

    private DowntimeLadder(int... rungs) {
        this.rungs = rungs;
    }

    /** Up to this many ms, at least 1. */
    public static DowntimeLadder upTo(int milliseconds) {
        return new DowntimeLadder(IntStream.of(PERCENT)
                .map(percent -> (int) Math.max(1, (long) milliseconds * percent / 100))
                .distinct()
                .toArray());
    }

    /** QEMU's own limit and no other. */
    public static DowntimeLadder unset() {
        return new DowntimeLadder(DEFAULT_MS);
    }

    /** The limit of now, ms. */
    public int limitMs() {
        return rungs[rung];
    }

    /** The longest, ms. */
    public int topMs() {
        return rungs[rungs.length - 1];
    }

    /** To the next rung, or to the lowest above it that lasts long enough to send these bytes; on the top it stays. */
    void raise(double bytes, double bytesPerSecond) {
        rung = Math.min(rung + 1, rungs.length - 1);
        int enough = rung;
        while (enough < rungs.length && sendable(bytesPerSecond, rungs[enough]) < bytes) {
            enough++;
        }
        if (enough < rungs.length) {
            rung = enough;
        }
    }

    static double sendable(double bytesPerSecond, int milliseconds) {
        return bytesPerSecond * milliseconds / 1000;
    }
}
