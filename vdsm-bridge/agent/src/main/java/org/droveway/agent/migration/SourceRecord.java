package org.droveway.agent.migration;

import static java.util.Objects.requireNonNull;

import java.util.UUID;
import org.droveway.protocol.MigrationParameters;
import org.droveway.protocol.link.MigrationOrder;
import org.droveway.protocol.permit.Permit;
import org.jspecify.annotations.Nullable;

/**
 * What the source must not forget while a migration lives.
 *
 * @param lease null until the destination accepted
 * @param port leased; null until then
 * @param released written before the destination is told to run the VM
 */
record SourceRecord(
        Permit permit,
        MigrationOrder order,
        MigrationParameters parameters,
        @Nullable UUID lease,
        @Nullable Integer port,
        boolean released) {
    SourceRecord {
        requireNonNull(permit, "permit");
        requireNonNull(order, "order");
        requireNonNull(parameters, "parameters");
    }

    SourceRecord accepted(UUID takenLease, int takenPort, MigrationParameters agreed) {
        return new SourceRecord(permit, order, agreed, takenLease, takenPort, released);
    }

    SourceRecord withRelease() {
        return new SourceRecord(permit, order, parameters, lease, port, true);
    }

    UUID migration() {
        return permit.migration();
    }
}
