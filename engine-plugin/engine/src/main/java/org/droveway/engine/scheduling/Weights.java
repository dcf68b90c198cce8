package org.droveway.engine.scheduling;

import org.droveway.engine.inventory.Host;
import org.droveway.engine.network.Endpoint;
import org.droveway.engine.network.EndpointDecision;
import org.droveway.engine.network.UsableAddress;
import org.droveway.protocol.host.HostReport;

/**
 * How good a host is for a VM, in MiB of free memory: what is free after the VM has arrived, less a charge for each running
 * migration at the host (they share its NIC) and for a path with two MTUs.
 */
final class Weights {
    /** A migration more at a host costs as much as this much free memory, MiB. */
    static final long RUNNING_MIGRATION = 8192;

    /** Two MTUs on one path cost as much as this much free memory, MiB. */
    static final long OTHER_MTU = 1024;

    private Weights() {}

    static long of(Host host, Placement placement) {
        return freeMemory(host, placement) - RUNNING_MIGRATION * running(host, placement) - mtuCharge(host, placement);
    }

    private static long freeMemory(Host host, Placement placement) {
        HostReport report = host.report();
        long free = report == null ? 0 : report.memoryFreeMiB();
        return free
                - MemoryFilter.promised(host, placement.snapshot())
                - placement.vm().report().memoryMiB();
    }

    private static long running(Host host, Placement placement) {
        return placement.snapshot().migrations().stream()
                .filter(m -> m.touches(host.name()))
                .count();
    }

    private static long mtuCharge(Host host, Placement placement) {
        Endpoint source = placement.sourceEndpoint();
        if (source == null || placement.choice() == null) {
            return 0;
        }
        return UsableAddress.of(host, placement.choice()) instanceof EndpointDecision.Found found
                        && found.endpoint().mtu() != source.mtu()
                ? OTHER_MTU
                : 0;
    }
}
