package org.droveway.protocol.link;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/**
 * What is to be expected of the memory's copy; bytes/s, ms.
 *
 * @param dirtyBytesPerSecond what the guest writes anew; null: not known yet
 * @param downtimeLimitMs QEMU's limit of now: it is raised while passes do not become shorter
 * @param throttlePercent how far QEMU slows the guest's processors down; null: not at all
 * @param predictedMs until the guest can be switched; null: not known, or never
 */
public record ConvergenceProgress(
        @Nullable Long dirtyBytesPerSecond,
        int downtimeLimitMs,
        @Nullable Integer throttlePercent,
        Outlook outlook,
        @Nullable Long predictedMs) {
    public ConvergenceProgress {
        requireNonNull(outlook, "outlook");
    }
}
