package org.droveway.engine.migration;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;

/**
 * What is known about an unfinished migration beside its record.
 *
 * @param now the engine's clock
 * @param permitExpiresAt after this no agent starts it any more
 * @param sourceThere whether the source host still belongs to the platform
 * @param sourceCaughtUp whether its agent is connected and has sent all of its journal
 * @param runningOn hosts that report the VM as running, by name
 * @param reportedOn hosts that report the VM in whatever state, by name
 */
public record Witnesses(
        Instant now,
        Instant permitExpiresAt,
        boolean sourceThere,
        boolean sourceCaughtUp,
        List<String> runningOn,
        List<String> reportedOn) {
    public Witnesses {
        requireNonNull(now, "now");
        requireNonNull(permitExpiresAt, "permitExpiresAt");
        runningOn = List.copyOf(runningOn);
        reportedOn = List.copyOf(reportedOn);
    }
}
