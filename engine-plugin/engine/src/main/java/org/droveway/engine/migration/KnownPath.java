package org.droveway.engine.migration;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.UUID;
import org.droveway.protocol.observe.PathReport;

/**
 * What was last found about the way from one host to another.
 *
 * @param migration that found it
 * @param seenAt by the source agent's clock
 */
public record KnownPath(String from, String to, UUID migration, Instant seenAt, PathReport report) {
    public KnownPath {
        requireNonNull(from, "from");
        requireNonNull(to, "to");
        requireNonNull(migration, "migration");
        requireNonNull(seenAt, "seenAt");
        requireNonNull(report, "report");
    }
}
