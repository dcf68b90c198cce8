package org.droveway.protocol.link;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.droveway.protocol.Refusal;
import org.droveway.protocol.enrol.CertificateRequest;
import org.droveway.protocol.host.HostReport;
import org.jspecify.annotations.Nullable;

/**
 * From agent to engine.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = AgentMessage.Hello.class, name = "hello"),
    @JsonSubTypes.Type(value = AgentMessage.Report.class, name = "report"),
    @JsonSubTypes.Type(value = AgentMessage.Event.class, name = "event"),
    @JsonSubTypes.Type(value = AgentMessage.Progress.class, name = "progress"),
    @JsonSubTypes.Type(value = AgentMessage.Reply.class, name = "reply"),
    @JsonSubTypes.Type(value = AgentMessage.Renew.class, name = "renew"),
})
public sealed interface AgentMessage {
    /**
     * First message. The engine answers {@link EngineMessage.Welcome} or closes with a reason.
     *
     * @param lastSequence newest event sequence in the agent's journal, 0 if none
     */
    record Hello(int protocolVersion, Set<String> capabilities, String agentVersion, String host, long lastSequence)
            implements AgentMessage {
        public Hello {
            requireNonNull(agentVersion, "agentVersion");
            requireNonNull(host, "host");
            capabilities = Set.copyOf(capabilities);
        }
    }

    /**
     * Sent after Welcome, at every change, and at least every 5 s.
     */
    record Report(HostReport report) implements AgentMessage {
        public Report {
            requireNonNull(report, "report");
        }
    }

    /**
     * Journalled: sent again after a reconnect until acknowledged.
     */
    record Event(MigrationEvent event) implements AgentMessage {
        public Event {
            requireNonNull(event, "event");
        }
    }

    /**
     * About twice a second while copying; not journalled.
     */
    record Progress(MigrationProgress progress) implements AgentMessage {
        public Progress {
            requireNonNull(progress, "progress");
        }
    }

    /**
     * Answer to a command.
     *
     * @param refusals why it was not done; empty: done
     * @param agreement for Start and Ask when there are no refusals
     */
    record Reply(
            UUID request, List<Refusal> refusals, @Nullable Agreement agreement) implements AgentMessage {
        public Reply {
            requireNonNull(request, "request");
            refusals = List.copyOf(refusals);
        }
    }

    /**
     * Asks for new certificates before the old ones run out; answered by {@link EngineMessage.Certificates}.
     */
    record Renew(CertificateRequest request) implements AgentMessage {
        public Renew {
            requireNonNull(request, "request");
        }
    }
}
