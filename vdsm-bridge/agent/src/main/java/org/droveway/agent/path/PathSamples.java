package org.droveway.agent.path;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.droveway.protocol.permit.Permit;
import org.jspecify.annotations.Nullable;

/** The newest sample of each pair of addresses; a path is not loaded again while its last sample is fresh. */
public final class PathSamples {
    /** How long a sample counts. */
    static final Duration FRESH = Duration.ofMinutes(10);

    private final Map<Pair, PathSample> samples = new ConcurrentHashMap<>();

    private record Pair(String source, String destination) {}

    /** Measures, bytes/s. */
    interface Measurement {
        long bytesPerSecond() throws IOException;
    }

    PathSample newest(Permit permit, Instant now, Measurement measurement) throws IOException {
        Pair pair = new Pair(permit.sourceAddress(), permit.destinationAddress());
        @Nullable PathSample last = samples.get(pair);
        if (last != null && Duration.between(last.at(), now).compareTo(FRESH) < 0) {
            return last;
        }
        PathSample sample = new PathSample(measurement.bytesPerSecond(), now);
        samples.put(pair, sample);
        return sample;
    }
}
