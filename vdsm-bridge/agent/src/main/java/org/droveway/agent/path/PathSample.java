package org.droveway.agent.path;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/** How fast a path was, and when. */
record PathSample(long bytesPerSecond, Instant at) {
    PathSample {
        requireNonNull(at, "at");
    }
}
