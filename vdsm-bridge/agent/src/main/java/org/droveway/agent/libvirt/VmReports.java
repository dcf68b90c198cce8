package org.droveway.agent.libvirt;

import org.droveway.protocol.host.VmDisk;
import org.droveway.protocol.host.VmReport;
import org.droveway.protocol.host.VmState;

/** Turns a domain into what the engine is told. */
final class VmReports {
    private final SharedStorage storage;

    VmReports(SharedStorage storage) {
        this.storage = storage;
    }

    VmReport of(String domainXml, DomainStatus status) {
        DomainDescription domain = DomainDescription.parse(domainXml);
        return new VmReport(
                domain.id(),
                domain.name(),
                state(status),
                domain.memoryMiB(),
                domain.vcpus(),
                domain.disks().stream().map(this::disk).toList(),
                domain.owner(),
                domain.nics());
    }

    private VmDisk disk(DomainDisk disk) {
        return new VmDisk(
                disk.target(), disk.source(), storage.shared(disk), disk.readOnly(), disk.format(), null, null, null);
    }

    private static VmState state(DomainStatus status) {
        return switch (status.state()) {
            case RUNNING, BLOCKED -> VmState.RUNNING;
            case PAUSED, SUSPENDED -> VmState.PAUSED;
            case OFF, SHUTDOWN, CRASHED, ABSENT -> VmState.OFF;
            case NO_STATE, OTHER -> VmState.UNKNOWN;
        };
    }
}
