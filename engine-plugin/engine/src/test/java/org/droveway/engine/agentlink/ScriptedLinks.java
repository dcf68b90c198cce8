package org.droveway.engine.agentlink;

import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.websocket.CloseReason;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.droveway.engine.inventory.store.Hosts;
import org.droveway.engine.security.HostIdentity;
import org.droveway.protocol.Json;
import org.droveway.protocol.link.AgentMessage;
import org.droveway.protocol.link.EngineMessage;

/** The engine's end of the agents' links without a web server: real conversation and messages, no socket. */
public final class ScriptedLinks {
    private final AgentLinks links = new AgentLinks();
    private final AgentConversation conversation = new AgentConversation();

    @SuppressWarnings("UnnecessaryAssignment") // does what the container's injection would do
    public ScriptedLinks(AgentListener listener, Hosts hosts) {
        conversation.links = links;
        conversation.listener = listener;
        conversation.hosts = hosts;
        conversation.refusals = new LinkRefusals() {
            @Override
            void refused(Dialler dialler, String reason) {
                // There is no audit here.
            }
        };
    }

    /** What the platform commands agents by. */
    public AgentLinks links() {
        return links;
    }

    /** An agent dials. */
    public Link open(HostIdentity identity, Consumer<EngineMessage> toAgent, Runnable closed) {
        return new Link(identity, toAgent, closed);
    }

    /** One connection, the agent's end. */
    public final class Link {
        private final AtomicBoolean open = new AtomicBoolean(true);
        private final Consumer<EngineMessage> toAgent;
        private final Runnable closed;
        private final AgentConnection connection;

        private Link(HostIdentity identity, Consumer<EngineMessage> toAgent, Runnable closed) {
            this.toAgent = toAgent;
            this.closed = closed;
            this.connection = new AgentConnection(new Dialler(identity, "192.0.2.1"), new Channel());
        }

        /** Returns when the engine has dealt with it, as the endpoint does: what it could not deal with ends the link. */
        public void send(AgentMessage message) {
            if (!open.get()) {
                return;
            }
            try {
                conversation.heard(connection, Json.mapper().readValue(print(message), AgentMessage.class));
            } catch (JsonProcessingException e) {
                throw new AssertionError(e);
            } catch (IllegalStateException e) {
                close();
            }
        }

        /** Either end hangs up. */
        public void close() {
            if (open.getAndSet(false)) {
                conversation.left(connection);
                closed.run();
            }
        }

        private final class Channel implements AgentChannel {
            @Override
            public void send(String text) {
                deliver(text);
            }

            @Override
            public void close(CloseReason.CloseCode code, String reason) {
                Link.this.close();
            }

            @Override
            public boolean isOpen() {
                return open.get();
            }
        }

        private void deliver(String text) {
            try {
                toAgent.accept(Json.mapper().readValue(text, EngineMessage.class));
            } catch (JsonProcessingException e) {
                throw new AssertionError(e);
            }
        }
    }

    private static String print(AgentMessage message) throws JsonProcessingException {
        return Json.mapper().writeValueAsString(message);
    }
}
