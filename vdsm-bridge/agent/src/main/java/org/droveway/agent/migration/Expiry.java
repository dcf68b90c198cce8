package org.droveway.agent.migration;

import org.droveway.agent.lease.Lease;
import org.droveway.agent.lease.LeaseExpiry;
import org.droveway.agent.libvirt.DomainStatus;
import org.droveway.agent.libvirt.Hypervisor;
import org.droveway.agent.libvirt.HypervisorException;

/** A lease nobody renews: the source or its agent is gone. */
final class Expiry implements LeaseExpiry {
    private static final System.Logger LOG = System.getLogger(Expiry.class.getName());

    private final Hypervisor hypervisor;
    private final DestinationSessions sessions;
    private final IncomingVm incoming;

    Expiry(Hypervisor hypervisor, DestinationSessions sessions, IncomingVm incoming) {
        this.hypervisor = hypervisor;
        this.sessions = sessions;
        this.incoming = incoming;
    }

    /** Only an unfinished incoming migration needs its port; a guest that waits for its release does not. */
    @Override
    public boolean isAlive(Lease lease) {
        try {
            DomainStatus status = hypervisor.status(lease.permit().vm());
            return status.incoming();
        } catch (HypervisorException e) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "whether lease " + lease.id() + " lives is not known: " + e.getMessage());
            return true;
        }
    }

    @Override
    public void abort(Lease lease) {
        sessions.find(lease.id()).ifPresent(DestinationSession::cut);
        try {
            incoming.remove(lease.permit().vm());
        } catch (HypervisorException e) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "VM " + lease.permit().vmName() + " is not removed: " + e.getMessage());
        }
    }
}
