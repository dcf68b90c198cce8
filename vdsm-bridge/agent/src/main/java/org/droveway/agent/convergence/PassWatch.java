package org.droveway.agent.convergence;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Finds out from samples how much there was to send when each pass began. */
final class PassWatch {
    private @Nullable CopySample last;

    /** Bytes at the beginning of the pass that this sample is the first of; negative when it is not the first. */
    double beginning(CopySample sample, double bytesPerSecond) {
        CopySample before = last;
        last = sample;
        if (before == null || sample.pass() <= before.pass()) {
            return -1;
        }
        double between = Duration.between(before.at(), sample.at()).toMillis() / 1000.0;
        // The pass before went on for as long as its rest took; since then this one was sent. After several passes at
        // once nobody knows.
        double rest = bytesPerSecond > 0 ? before.remainingBytes() / bytesPerSecond : between;
        boolean next = sample.pass() == before.pass() + 1;
        double sent = next ? Math.max(0, between - rest) * bytesPerSecond : 0;
        return sample.remainingBytes() + sent;
    }
}
