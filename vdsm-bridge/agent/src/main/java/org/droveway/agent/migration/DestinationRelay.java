package org.droveway.agent.migration;

import java.io.IOException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.droveway.agent.firewall.FirewallException;
import org.droveway.agent.lease.UnknownLeaseException;
import org.droveway.agent.observation.End;
import org.droveway.agent.relay.Duplex;
import org.droveway.agent.relay.RelayContract;
import org.droveway.agent.relay.RelayGate;
import org.droveway.agent.relay.RelayViolation;
import org.droveway.protocol.Refusal;
import org.droveway.protocol.RefusalCode;

/** Lets libvirt's control connection in, and shuts the pinholes as soon as all channels are there. */
final class DestinationRelay {
    private static final System.Logger LOG = System.getLogger(DestinationRelay.class.getName());
    private static final long LOOK_EVERY_MS = 100;
    private static final long LATE_CHANNELS_SECONDS = 5;

    private final DestinationParts parts;
    private final Audit audit;

    DestinationRelay(DestinationParts parts, Audit audit) {
        this.parts = parts;
        this.audit = audit;
    }

    void carry(DestinationSession session, Duplex connection) throws IOException {
        RelayContract contract = session.contract();
        if (contract == null) {
            throw new IOException("the relay's contract was lost in a restart");
        }
        watch(session, contract);
        try (RelayGate gate =
                new RelayGate(connection, parts.libvirtSocket(), contract, parts.executor(), parts.timers())) {
            session.add(gate);
            try {
                gate.run();
            } finally {
                session.remove(gate);
            }
        } catch (RelayViolation e) {
            session.cut();
            refuse(session, e);
        }
    }

    private void watch(DestinationSession session, RelayContract contract) {
        synchronized (session) {
            if (session.watched()) {
                return;
            }
            PortWatches watches =
                    PortWatches.begin(parts.observer(), session.record().permit(), ports(contract), End.DESTINATION);
            ScheduledFuture<?> channels = parts.timers()
                    .scheduleWithFixedDelay(
                            () -> shutWhenEstablished(session, contract),
                            LOOK_EVERY_MS,
                            LOOK_EVERY_MS,
                            TimeUnit.MILLISECONDS);
            session.watch(watches, channels);
        }
    }

    private static Ports ports(RelayContract contract) {
        return new Ports(contract.memoryPort(), contract.disksPort());
    }

    /** At the switch to post-copy newer QEMUs open one more channel; nobody tells when it is there. */
    void openForLateChannels(DestinationSession session) {
        UUID lease = session.record().lease();
        int port = parts.leases().openPinhole(lease).memoryPort();
        var unused = parts.timers().schedule(() -> shut(session, lease, port), LATE_CHANNELS_SECONDS, TimeUnit.SECONDS);
    }

    private void shut(DestinationSession session, UUID lease, int port) {
        try {
            parts.leases().shutForNew(lease, port);
        } catch (UnknownLeaseException e) {
            LOG.log(System.Logger.Level.DEBUG, session.object() + ": the lease has ended with its pinhole");
        } catch (FirewallException e) {
            LOG.log(System.Logger.Level.WARNING, session.object() + ": the pinhole is still open: " + e.getMessage());
        }
    }

    /** Each port as soon as it has all its channels: how many there will be is known. */
    private void shutWhenEstablished(DestinationSession session, RelayContract contract) {
        UUID lease = session.record().lease();
        Ports ports = ports(contract);
        try {
            boolean all = true;
            for (int port : ports.leased()) {
                boolean established = session.channels(port) >= ports.channels(port, contract.parameters());
                if (established) {
                    parts.leases().shutForNew(lease, port);
                }
                all &= established;
            }
            if (all) {
                session.stopLookingForChannels();
            }
        } catch (UnknownLeaseException e) {
            session.stopLookingForChannels();
        } catch (FirewallException e) {
            LOG.log(System.Logger.Level.WARNING, session.object() + ": a pinhole is still open: " + e.getMessage());
        }
    }

    private void refuse(DestinationSession session, RelayViolation violation) {
        String procedure = violation.procedure() == null
                ? "unreadable message"
                : "procedure " + Integer.toUnsignedString(violation.procedure());
        LOG.log(
                System.Logger.Level.WARNING,
                session.object() + ": control connection closed: " + violation.getMessage());
        audit.refused(
                session.record().permit(),
                List.of(Refusal.of(
                        RefusalCode.PROCEDURE_NOT_ALLOWED,
                        "control connection of " + session.object(),
                        procedure + ": " + violation.getMessage(),
                        "only what a migration of this VM needs",
                        "look at host " + session.record().permit().sourceHost()
                                + ": its agent or libvirtd is not what it should be")));
    }
}
