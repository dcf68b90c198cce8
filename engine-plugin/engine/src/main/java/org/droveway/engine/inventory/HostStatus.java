package org.droveway.engine.inventory;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Set;
import org.droveway.protocol.host.HostReport;
import org.jspecify.annotations.Nullable;

/**
 * A host as the platform knows it.
 *
 * @param report the newest; kept when the host goes down, null if there never was one
 * @param lastSeen when the host was last heard; null if never
 * @param capabilities what its agent can, by {@link org.droveway.protocol.Capability its names}, as it last said when it connected
 */
public record HostStatus(
        String name,
        HostState state,
        @Nullable HostReport report,
        @Nullable Instant lastSeen,
        Set<String> capabilities) {
    public HostStatus {
        requireNonNull(name, "name");
        requireNonNull(state, "state");
        capabilities = Set.copyOf(capabilities);
        if (report != null && !report.host().equals(name)) {
            throw new IllegalArgumentException("host " + name + " with the report of host " + report.host());
        }
    }
}
