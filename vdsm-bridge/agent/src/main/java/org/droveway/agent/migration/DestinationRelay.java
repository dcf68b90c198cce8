package org.droveway.agent.migration;

import java.io.IOException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.droveway.agent.firewall.FirewallException;
import org.droveway.agent.lease.UnknownLeaseException;
import org.droveway.agent.observation.End;
import org.droveway.agent.observation.Way;
import org.droveway.agent.relay.Duplex;
import org.droveway.agent.relay.RelayContract;
import org.droveway.agent.relay.RelayGate;
import org.droveway.agent.relay.RelayViolation;
import org.droveway.protocol.Refusal;
import org.droveway.protocol.RefusalCode;
import org.droveway.protocol.permit.Permit;

/** Lets libvirt's control connection in, and shuts the pinhole as soon as the memory channel is there. */
final class DestinationRelay {
    private static final System.Logger LOG = System.getLogger(DestinationRelay.class.getName());
    private static final long LOOK_EVERY_MS = 100;

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
            Permit permit = session.record().permit();
            Way way = new Way(
                    Addresses.numeric(permit.sourceAddress()),
                    Addresses.numeric(permit.destinationAddress()),
                    contract.memoryPort());
            ScheduledFuture<?> channels = parts.timers()
                    .scheduleWithFixedDelay(
                            () -> shutWhenEstablished(session), LOOK_EVERY_MS, LOOK_EVERY_MS, TimeUnit.MILLISECONDS);
            session.watch(parts.observer().watch(way, End.DESTINATION), channels);
        }
    }

    private void shutWhenEstablished(DestinationSession session) {
        UUID lease = session.record().lease();
        try {
            if (session.channelsEstablished()) {
                parts.leases().shutForNew(lease);
                session.stopLookingForChannels();
            }
        } catch (UnknownLeaseException e) {
            session.stopLookingForChannels();
        } catch (FirewallException e) {
            LOG.log(System.Logger.Level.WARNING, session.object() + ": the pinhole is still open: " + e.getMessage());
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
