package org.droveway.agent.migration;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.droveway.agent.libvirt.DomainStatus;
import org.droveway.agent.libvirt.Hypervisor;
import org.droveway.agent.libvirt.HypervisorException;

/** The VM of one migration on the destination: runs it once it is released, removes it when it never will be. */
final class IncomingVm {
    private static final System.Logger LOG = System.getLogger(IncomingVm.class.getName());
    private static final Duration GOES_BY_ITSELF = Duration.ofMillis(500);

    private final Hypervisor hypervisor;
    private final Clock clock;

    IncomingVm(Hypervisor hypervisor, Clock clock) {
        this.hypervisor = hypervisor;
        this.clock = clock;
    }

    /** Lets the VM run; not an error if it does already. */
    Instant run(UUID vm) throws HypervisorException {
        DomainStatus status = hypervisor.status(vm);
        if (!status.running()) {
            if (!status.handedOver()) {
                throw new HypervisorException(
                        HypervisorException.Kind.REFUSED,
                        "VM " + vm + " is " + status.word() + ", needed paused (user), as strict handover leaves it");
            }
            hypervisor.resume(vm);
        }
        return clock.instant();
    }

    /**
     * Makes sure that nothing of the VM is left: only a guest that never ran is destroyed.
     *
     * @throws HypervisorException if it runs, or libvirt does not answer
     */
    void remove(UUID vm) throws HypervisorException {
        DomainStatus status = afterItsOwnCleaning(vm);
        if (status.running()) {
            throw new HypervisorException(
                    HypervisorException.Kind.REFUSED, "VM " + vm + " runs here and is left alone");
        }
        if (status.paused()) {
            LOG.log(System.Logger.Level.INFO, "VM " + vm + " is " + status.word() + " here and never ran: destroyed");
            destroy(vm);
            status = hypervisor.status(vm);
        }
        if (status.state() == DomainStatus.State.OFF) {
            hypervisor.undefine(vm);
        }
    }

    /** libvirt removes an incoming domain itself when its control connection is gone; give it the moment it needs. */
    private DomainStatus afterItsOwnCleaning(UUID vm) throws HypervisorException {
        long end = System.nanoTime() + GOES_BY_ITSELF.toNanos();
        DomainStatus status = hypervisor.status(vm);
        while (status.incoming() && System.nanoTime() < end) {
            java.util.concurrent.locks.LockSupport.parkNanos(20_000_000L);
            status = hypervisor.status(vm);
        }
        return status;
    }

    private void destroy(UUID vm) throws HypervisorException {
        try {
            hypervisor.destroy(vm);
        } catch (HypervisorException e) {
            if (!hypervisor.status(vm).gone()) {
                throw e;
            }
        }
    }
}
