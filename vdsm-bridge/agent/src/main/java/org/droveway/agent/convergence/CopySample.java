package org.droveway.agent.convergence;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far the copy of the memory is at one moment; bytes, bytes/s.
 *
 * @param pass over the memory, from 1; each later one sends what was written during the one before
 * @param remainingBytes of this pass
 * @param bytesPerSecond as measured; 0: not known yet
 * @param dirtyBytesPerSecond what the guest writes anew; null: not known yet
 */
public record CopySample(
        Instant at,
        int pass,
        long remainingBytes,
        long bytesPerSecond,
        @Nullable Long dirtyBytesPerSecond) {
    public CopySample {
        requireNonNull(at, "at");
    }
}
