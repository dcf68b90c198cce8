package org.droveway.agent.libvirt;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.UUID;
import org.droveway.protocol.host.VmNic;
import org.jspecify.annotations.Nullable;

/**
 * What a domain's XML says, as far as a migration depends on it.
 *
 * @param cpuXml the CPU element; null when there is none
 * @param nics all its network interfaces
 * @param owner another manager by its metadata (rule 9); null when nobody else's
 * @param hostResources what its devices, boot and labels take from the host, disks apart; equal ones are equal texts
 * @param extraArguments whether the XML hands arguments to QEMU behind libvirt's back
 */
public record DomainDescription(
        UUID id,
        String name,
        long memoryMiB,
        int vcpus,
        String virtType,
        String arch,
        String machine,
        String emulator,
        @Nullable String cpuXml,
        List<DomainDisk> disks,
        List<VmNic> nics,
        @Nullable String owner,
        List<String> hostResources,
        boolean extraArguments) {
    public DomainDescription {
        requireNonNull(id, "id");
        requireNonNull(name, "name");
        requireNonNull(virtType, "virtType");
        requireNonNull(arch, "arch");
        requireNonNull(machine, "machine");
        requireNonNull(emulator, "emulator");
        disks = List.copyOf(disks);
        nics = List.copyOf(nics);
        hostResources = List.copyOf(hostResources);
    }

    /**
     * Reads a domain XML.
     *
     * @throws IllegalArgumentException if it is not a domain, or name or UUID are missing
     */
    public static DomainDescription parse(String xml) {
        return DomainXml.read(xml);
    }
}
