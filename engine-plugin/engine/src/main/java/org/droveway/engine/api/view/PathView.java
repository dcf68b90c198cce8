package org.droveway.engine.api.view;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.UUID;
import org.droveway.engine.migration.KnownPath;
import org.droveway.protocol.observe.PathReport;

/** A way from one host to another. */
public record PathView(
        String from,
        String to,
        UUID migration,
        Instant seenAt,
        @JsonUnwrapped PathReport report) {
    /** The view of one way. */
    public static PathView of(KnownPath path) {
        return new PathView(path.from(), path.to(), path.migration(), path.seenAt(), path.report());
    }
}
