package org.droveway.engine.agentlink;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.websocket.CloseReason.CloseCodes;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;
import java.util.Set;
import org.droveway.engine.inventory.InvalidInputException;
import org.droveway.engine.inventory.ObjectName;
import org.droveway.engine.inventory.RefusedException;
import org.droveway.engine.inventory.store.EnrolledHost;
import org.droveway.engine.inventory.store.Hosts;
import org.droveway.engine.security.Enrolment;
import org.droveway.protocol.Capability;
import org.droveway.protocol.ProtocolVersion;
import org.droveway.protocol.host.HostReport;
import org.droveway.protocol.link.AgentMessage;
import org.droveway.protocol.link.EngineMessage;

/** What the engine answers to what agents say. An agent speaks for its own host only. */
@ApplicationScoped
class AgentConversation {
    private static final Logger LOG = System.getLogger(AgentConversation.class.getName());

    private static final Set<String> CAPABILITIES = Set.of(
            Capability.DIRECT,
            Capability.QEMU_TLS,
            Capability.STRICT_HANDOVER,
            Capability.NONCE_PROOF,
            Capability.CONTROL_RELAY);

    @Inject
    AgentLinks links;

    @Inject
    AgentListener listener;

    @Inject
    Hosts hosts;

    @Inject
    Enrolment enrolment;

    @Inject
    LinkRefusals refusals;

    void heard(AgentConnection connection, AgentMessage message) {
        if (message instanceof AgentMessage.Hello == connection.isWelcomed()) {
            refuse(connection, CloseCodes.VIOLATED_POLICY, "hello must be the first message, and only that");
        } else if (message instanceof AgentMessage.Hello hello) {
            greet(connection, hello);
        } else if (links.isCurrent(connection)) {
            converse(connection, message);
        }
    }

    void left(AgentConnection connection) {
        if (links.remove(connection)) {
            LOG.log(Level.INFO, "agent of host {0} is disconnected", connection.host());
            listener.lost(connection.host());
        }
    }

    private void greet(AgentConnection connection, AgentMessage.Hello hello) {
        Optional<EnrolledHost> host = accepted(connection);
        if (host.isEmpty()) {
            dismiss(connection);
        } else if (!hello.host().equals(connection.host())) {
            refuse(
                    connection,
                    CloseCodes.VIOLATED_POLICY,
                    "the certificate is of host " + connection.host() + ", hello of host " + named(hello.host()));
        } else if (hello.protocolVersion() != ProtocolVersion.CURRENT) {
            String versions = hello.protocolVersion() + ", needed " + ProtocolVersion.CURRENT;
            refuse(connection, CloseCodes.PROTOCOL_ERROR, "PROTOCOL_VERSION: found " + versions);
        } else {
            links.add(connection);
            long acknowledged = listener.greeted(connection.host(), hello.capabilities(), hello.lastSequence());
            connection.welcome(new EngineMessage.Welcome(
                    CAPABILITIES, acknowledged, host.get().mode()));
            LOG.log(Level.INFO, "agent of host {0} is connected, version {1}", connection.host(), hello.agentVersion());
        }
    }

    private void converse(AgentConnection connection, AgentMessage message) {
        String host = connection.host();
        if (message instanceof AgentMessage.Report report) {
            report(connection, report.report());
        } else if (message instanceof AgentMessage.Event event) {
            listener.stepped(host, event.event());
            connection.send(new EngineMessage.Acknowledge(event.event().sequence()));
        } else if (message instanceof AgentMessage.Progress progress) {
            listener.progressed(host, progress.progress());
        } else if (message instanceof AgentMessage.Reply reply) {
            connection.answered(reply);
        } else if (message instanceof AgentMessage.Renew renew) {
            renew(connection, renew);
        }
    }

    private void report(AgentConnection connection, HostReport report) {
        if (!report.host().equals(connection.host())) {
            refuse(connection, CloseCodes.VIOLATED_POLICY, "a report of host " + named(report.host()));
        } else if (accepted(connection).isEmpty()) {
            dismiss(connection);
        } else {
            listener.reported(report);
        }
    }

    private Optional<EnrolledHost> accepted(AgentConnection connection) {
        return hosts.accepted(connection.host(), connection.identity().enrolment());
    }

    private void dismiss(AgentConnection connection) {
        refuse(
                connection,
                CloseCodes.VIOLATED_POLICY,
                "host " + connection.host() + " was removed, or enrolled anew since; enrol it anew");
    }

    /** Hangs up, and has it written down. */
    void refuse(AgentConnection connection, CloseCodes code, String reason) {
        refusals.refused(connection.dialler(), reason);
        connection.close(code, reason);
    }

    /** A reason for closing has room for 123 bytes. */
    private static String named(String host) {
        return ObjectName.isOne(host) ? host : "of no possible name";
    }

    private void renew(AgentConnection connection, AgentMessage.Renew renew) {
        try {
            connection.send(new EngineMessage.Certificates(enrolment.renew(connection.identity(), renew.request())));
        } catch (InvalidInputException | RefusedException e) {
            LOG.log(Level.WARNING, "host " + connection.host() + " gets no certificates: " + e.getMessage());
            refusals.refused(connection.dialler(), "no certificates: " + e.getMessage());
        }
    }
}
