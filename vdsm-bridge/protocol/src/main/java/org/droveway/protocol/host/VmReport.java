package org.droveway.protocol.host;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A VM on a host.
 *
 * @param id libvirt's UUID
 * @param name libvirt's name
 * @param owner another manager that owns it (rule 9); null when nobody else does
 * @param nics its network interfaces; null when the agent does not tell, because it is an older one
 */
public record VmReport(
        UUID id,
        String name,
        VmState state,
        long memoryMiB,
        int vcpus,
        List<VmDisk> disks,
        @Nullable String owner,
        @Nullable List<VmNic> nics) {
    public VmReport {
        requireNonNull(id, "id");
        requireNonNull(name, "name");
        requireNonNull(state, "state");
        disks = List.copyOf(disks);
        nics = nics == null ? null : List.copyOf(nics);
    }

    /** The same VM in another state. */
    public VmReport in(VmState other) {
        return new VmReport(id, name, other, memoryMiB, vcpus, disks, owner, nics);
    }
}
