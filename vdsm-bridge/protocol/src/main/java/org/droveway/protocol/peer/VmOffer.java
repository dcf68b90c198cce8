package org.droveway.protocol.peer;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.UUID;
import org.droveway.protocol.host.VmDisk;
import org.jspecify.annotations.Nullable;

/**
 * The VM as the source has it.
 *
 * @param domainXml libvirt's migratable XML of the live domain
 * @param cpuXml the live CPU element; null when the domain has none
 */
public record VmOffer(
        UUID id,
        String name,
        long memoryMiB,
        String machineType,
        String emulator,
        String virtType,
        String arch,
        @Nullable String cpuXml,
        String domainXml,
        List<VmDisk> disks) {
    public VmOffer {
        requireNonNull(id, "id");
        requireNonNull(name, "name");
        requireNonNull(machineType, "machineType");
        requireNonNull(emulator, "emulator");
        requireNonNull(virtType, "virtType");
        requireNonNull(arch, "arch");
        requireNonNull(domainXml, "domainXml");
        disks = List.copyOf(disks);
    }
}
