package org.droveway.agent.migration;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.droveway.agent.image.ImageFile;
import org.droveway.protocol.MigrationParameters;
import org.droveway.protocol.link.MigrationOrder;
import org.droveway.protocol.permit.Permit;
import org.jspecify.annotations.Nullable;

/**
 * What the source must not forget while a migration lives.
 *
 * @param lease null until the destination accepted
 * @param port leased for the memory; null until then
 * @param disksPort leased for the disks that are copied; null until then, and when none are
 * @param released written before the destination is told to run the VM
 * @param postCopy written before libvirt is told to switch to post-copy
 * @param destinationCan the destination agent's capabilities; null until it accepted
 * @param copied the source's files of the disks that are copied; null: none
 */
record SourceRecord(
        Permit permit,
        MigrationOrder order,
        MigrationParameters parameters,
        @Nullable UUID lease,
        @Nullable Integer port,
        @Nullable Integer disksPort,
        boolean released,
        boolean postCopy,
        @Nullable Set<String> destinationCan,
        @Nullable List<ImageFile> copied) {
    SourceRecord {
        requireNonNull(permit, "permit");
        requireNonNull(order, "order");
        requireNonNull(parameters, "parameters");
        copied = copied == null ? null : List.copyOf(copied);
    }

    SourceRecord accepted(UUID takenLease, Ports taken, MigrationParameters agreed, Set<String> capabilities) {
        return new SourceRecord(
                permit,
                order,
                agreed,
                takenLease,
                taken.memory(),
                taken.disks(),
                released,
                postCopy,
                capabilities,
                copied);
    }

    SourceRecord withRelease() {
        return new SourceRecord(
                permit, order, parameters, lease, port, disksPort, true, postCopy, destinationCan, copied);
    }

    SourceRecord withPostCopy() {
        return new SourceRecord(
                permit, order, parameters, lease, port, disksPort, released, true, destinationCan, copied);
    }

    /** Who may have run the VM. */
    Circumstance circumstance() {
        if (postCopy) {
            return Circumstance.POST_COPY;
        }
        if (released) {
            return Circumstance.RELEASED;
        }
        return parameters.strictHandover() ? Circumstance.HELD : Circumstance.FAST;
    }

    /** Whether the destination agent knows the capability. */
    boolean destinationCan(String capability) {
        return destinationCan != null && destinationCan.contains(capability);
    }

    List<ImageFile> copiedFiles() {
        return copied == null ? List.of() : copied;
    }

    Ports ports() {
        return new Ports(port, disksPort);
    }

    UUID migration() {
        return permit.migration();
    }
}
