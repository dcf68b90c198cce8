package org.droveway.agent.migration;

import static java.util.Objects.requireNonNull;

import java.util.UUID;
import org.droveway.protocol.permit.Permit;

/** What the destination must not forget while an incoming VM may exist. */
record DestinationRecord(UUID lease, Permit permit, DestinationPhase phase) {
    DestinationRecord {
        requireNonNull(lease, "lease");
        requireNonNull(permit, "permit");
        requireNonNull(phase, "phase");
    }

    DestinationRecord in(DestinationPhase next) {
        return new DestinationRecord(lease, permit, next);
    }
}
