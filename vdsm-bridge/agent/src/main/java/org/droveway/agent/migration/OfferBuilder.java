package org.droveway.agent.migration;

import java.util.List;
import org.droveway.agent.libvirt.DomainDescription;
import org.droveway.agent.libvirt.Hypervisor;
import org.droveway.agent.libvirt.HypervisorException;
import org.droveway.agent.libvirt.HypervisorVersions;
import org.droveway.protocol.MigrationParameters;
import org.droveway.protocol.ProtocolVersion;
import org.droveway.protocol.host.VmDisk;
import org.droveway.protocol.host.VmReport;
import org.droveway.protocol.peer.PeerRequest;
import org.droveway.protocol.peer.VmOffer;
import org.droveway.protocol.permit.Permit;
import org.droveway.protocol.permit.SignedPermit;

/** The source's offer: everything the destination needs to know (rule 7). */
final class OfferBuilder {
    private OfferBuilder() {}

    /**
     * Describes the running VM.
     *
     * @param asking whether this is a dry run
     * @throws HypervisorException if there is no such VM
     */
    static PeerRequest.Offer offer(
            Hypervisor hypervisor, Permit permit, SignedPermit signed, MigrationParameters parameters, boolean asking)
            throws HypervisorException {
        String xml = hypervisor.migratableXml(permit.vm());
        HypervisorVersions versions = hypervisor.versions();
        return new PeerRequest.Offer(
                ProtocolVersion.CURRENT,
                parameters.needs(),
                asking,
                signed,
                vm(xml, disks(hypervisor, permit)),
                parameters,
                versions.libvirt(),
                versions.qemu());
    }

    private static VmOffer vm(String xml, List<VmDisk> disks) {
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

    private static List<VmDisk> disks(Hypervisor hypervisor, Permit permit) throws HypervisorException {
        return hypervisor.vms().stream()
                .filter(vm -> vm.id().equals(permit.vm()))
                .map(VmReport::disks)
                .findFirst()
                .orElse(List.of());
    }
}
