package org.droveway.protocol.link;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.Set;
import java.util.UUID;
import org.droveway.protocol.enrol.CertificateGrant;
import org.droveway.protocol.host.HostMode;

/**
 * From engine to agent. Messages with a {@code request} are answered by {@link AgentMessage.Reply}.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = EngineMessage.Welcome.class, name = "welcome"),
    @JsonSubTypes.Type(value = EngineMessage.Acknowledge.class, name = "acknowledge"),
    @JsonSubTypes.Type(value = EngineMessage.Start.class, name = "start"),
    @JsonSubTypes.Type(value = EngineMessage.Ask.class, name = "ask"),
    @JsonSubTypes.Type(value = EngineMessage.Cancel.class, name = "cancel"),
    @JsonSubTypes.Type(value = EngineMessage.SetMode.class, name = "set-mode"),
    @JsonSubTypes.Type(value = EngineMessage.Certificates.class, name = "certificates"),
})
public sealed interface EngineMessage {
    /**
     * Answers Hello; from here on both sides talk freely.
     *
     * @param acknowledged newest event sequence the engine has stored: later ones are sent again
     * @param mode the mode the host is to be in
     */
    record Welcome(Set<String> capabilities, long acknowledged, HostMode mode) implements EngineMessage {
        public Welcome {
            capabilities = Set.copyOf(capabilities);
            requireNonNull(mode, "mode");
        }
    }

    /**
     * Events up to this sequence are stored; the journal may forget them.
     */
    record Acknowledge(long sequence) implements EngineMessage {}

    /**
     * To the source agent: negotiate and, if accepted, migrate. The Reply comes after the negotiation; what follows are events.
     */
    record Start(UUID request, MigrationOrder order) implements EngineMessage {
        public Start {
            requireNonNull(request, "request");
            requireNonNull(order, "order");
        }
    }

    /**
     * To the source agent: a negotiation that leases nothing (dry run).
     */
    record Ask(UUID request, MigrationOrder order) implements EngineMessage {
        public Ask {
            requireNonNull(request, "request");
            requireNonNull(order, "order");
        }
    }

    /**
     * To the source agent. The Reply says that it was heard; events say what came of it.
     */
    record Cancel(UUID request, UUID migration) implements EngineMessage {
        public Cancel {
            requireNonNull(request, "request");
            requireNonNull(migration, "migration");
        }
    }

    /**
     * Changes the host's mode.
     */
    record SetMode(UUID request, HostMode mode) implements EngineMessage {
        public SetMode {
            requireNonNull(request, "request");
            requireNonNull(mode, "mode");
        }
    }

    /**
     * New certificates, put in place atomically.
     */
    record Certificates(CertificateGrant grant) implements EngineMessage {
        public Certificates {
            requireNonNull(grant, "grant");
        }
    }
}
