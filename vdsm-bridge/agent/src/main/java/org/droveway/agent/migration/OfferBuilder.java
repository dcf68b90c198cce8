package org.droveway.agent.migration;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.droveway.agent.image.Image;
import org.droveway.agent.image.Images;
import org.droveway.agent.libvirt.DomainDescription;
import org.droveway.agent.libvirt.Hypervisor;
import org.droveway.agent.libvirt.HypervisorException;
import org.droveway.agent.libvirt.HypervisorVersions;
import org.droveway.agent.preflight.HostSurvey;
import org.droveway.protocol.MigrationParameters;
import org.droveway.protocol.ProtocolVersion;
import org.droveway.protocol.host.VmDisk;
import org.droveway.protocol.host.VmReport;
import org.droveway.protocol.peer.PeerRequest;
import org.droveway.protocol.peer.VmOffer;
import org.droveway.protocol.permit.Permit;
import org.droveway.protocol.permit.SignedPermit;
import org.jspecify.annotations.Nullable;

/** The source's offer: everything the destination needs to know (rule 7). */
final class OfferBuilder {
    private OfferBuilder() {}

    /**
     * Describes the running VM.
     *
     * @param asking whether this is a dry run
     * @param survey of this host
     * @throws HypervisorException if there is no such VM
     */
    static PeerRequest.Offer offer(
            Hypervisor hypervisor,
            Images images,
            Permit permit,
            SignedPermit signed,
            MigrationParameters parameters,
            boolean asking,
            HostSurvey survey)
            throws HypervisorException {
        HypervisorVersions versions = hypervisor.versions();
        VmOffer vm = vm(hypervisor, permit, inspected(disks(hypervisor, permit), parameters, images));
        return new PeerRequest.Offer(
                ProtocolVersion.CURRENT,
                parameters.needs(),
                asking,
                signed,
                vm,
                parameters,
                versions.libvirt(),
                versions.qemu(),
                survey.abilities(vm.emulator()));
    }

    /** The VM as the destination needs to know it, without a look into its disks. */
    static VmOffer vm(Hypervisor hypervisor, Permit permit) throws HypervisorException {
        return vm(hypervisor, permit, disks(hypervisor, permit));
    }

    private static VmOffer vm(Hypervisor hypervisor, Permit permit, List<VmDisk> disks) throws HypervisorException {
        String xml = hypervisor.migratableXml(permit.vm());
        DomainDescription vm = DomainDescription.parse(xml);
        return new VmOffer(
                vm.id(),
                vm.name(),
                vm.memoryMiB(),
                vm.machine(),
                vm.emulator(),
                vm.virtType(),
                vm.arch(),
                vm.cpuXml(),
                xml,
                disks);
    }

    /** As libvirt has them. */
    static List<VmDisk> disks(Hypervisor hypervisor, Permit permit) throws HypervisorException {
        return hypervisor.vms().stream()
                .filter(vm -> vm.id().equals(permit.vm()))
                .map(VmReport::disks)
                .findFirst()
                .orElse(List.of());
    }

    /** With what is known only by looking into those that are to be copied. */
    private static List<VmDisk> inspected(List<VmDisk> disks, MigrationParameters parameters, Images images) {
        return disks.stream()
                .map(disk -> parameters.copiedDisks().contains(disk.target()) && !disk.shared()
                        ? inspected(disk, images)
                        : disk)
                .toList();
    }

    private static VmDisk inspected(VmDisk disk, Images images) {
        String format = disk.format() == null ? "raw" : disk.format();
        try {
            Image image = images.inspect(Path.of(disk.source()), format);
            return with(disk, image.virtualBytes(), image.allocatedBytes(), image.dependsOn());
        } catch (IOException e) {
            return with(disk, null, null, "something unknown: " + e.getMessage());
        }
    }

    private static VmDisk with(
            VmDisk disk, @Nullable Long virtualBytes, @Nullable Long allocatedBytes, @Nullable String dependsOn) {
        return new VmDisk(
                disk.target(),
                disk.source(),
                disk.shared(),
                disk.readOnly(),
                disk.format(),
                virtualBytes,
                allocatedBytes,
                dependsOn);
    }
}
