package org.droveway.agent.migration;

import java.util.List;
import org.droveway.agent.lease.Leases;
import org.droveway.agent.libvirt.DomainStatus;
import org.droveway.agent.libvirt.Hypervisor;
import org.droveway.agent.libvirt.HypervisorException;
import org.droveway.protocol.peer.PeerResponse;

/** Forgets migrations to this host whose lease is gone and that left nothing to decide; a guest that waits for its release is kept. */
final class DestinationSweep {
    private static final System.Logger LOG = System.getLogger(DestinationSweep.class.getName());

    private final Hypervisor hypervisor;
    private final Leases leases;
    private final DestinationSessions sessions;
    private final String host;

    DestinationSweep(Hypervisor hypervisor, Leases leases, DestinationSessions sessions, String host) {
        this.hypervisor = hypervisor;
        this.leases = leases;
        this.sessions = sessions;
        this.host = host;
    }

    void sweep() {
        for (DestinationSession session : sessions.all()) {
            boolean leased = leases.find(session.record().lease()).isPresent();
            if (!leased && over(session)) {
                session.cut();
                if (!session.record().mayHaveRun()) {
                    ArrivingDisks.remove(session.record());
                }
                sessions.end(session, new PeerResponse.Closed(session.end(host, List.of())));
                LOG.log(System.Logger.Level.INFO, session.object() + ": its lease ran out, nothing is left of it here");
            }
        }
    }

    private boolean over(DestinationSession session) {
        try {
            DomainStatus status = hypervisor.status(session.vm());
            boolean complete = status.running() && !status.postCopy() && !status.postCopyFailed();
            return status.gone() || (complete && session.record().ran());
        } catch (HypervisorException e) {
            LOG.log(System.Logger.Level.DEBUG, "libvirt does not answer: " + e.getMessage());
            return false;
        }
    }
}
