package org.droveway.engine.inventory.store;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.droveway.engine.inventory.Pin;
import org.droveway.protocol.host.HostMode;
import org.droveway.protocol.host.HostReport;
import org.jspecify.annotations.Nullable;

/**
 * A host that joined by enrolment, as it is stored.
 *
 * @param identity stands in the certificates of this enrolment; those of an earlier one of the same name are void
 * @param mode the mode the host is to be in
 * @param report the newest that differed in more than its numbers; null if there never was one
 * @param lastSeen when that report came; null if none did
 * @param capabilities what its agent said it can when it last connected
 */
public record EnrolledHost(
        String name,
        String cluster,
        UUID identity,
        HostMode mode,
        @Nullable HostReport report,
        @Nullable Instant lastSeen,
        Set<String> capabilities,
        List<Pin> pins) {
    public EnrolledHost {
        requireNonNull(name, "name");
        requireNonNull(cluster, "cluster");
        requireNonNull(identity, "identity");
        requireNonNull(mode, "mode");
        capabilities = Set.copyOf(capabilities);
        pins = List.copyOf(pins);
    }
}
