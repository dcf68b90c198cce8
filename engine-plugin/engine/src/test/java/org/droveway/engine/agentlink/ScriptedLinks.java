package org.droveway.engine.agentlink;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.websocket.RemoteEndpoint;
import jakarta.websocket.SendHandler;
import jakarta.websocket.SendResult;
import jakarta.websocket.Session;
import java.lang.reflect.Proxy;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.droveway.engine.inventory.store.Hosts;
import org.droveway.engine.security.HostIdentity;
import org.droveway.protocol.Json;
import org.droveway.protocol.link.AgentMessage;
import org.droveway.protocol.link.EngineMessage;
import org.jspecify.annotations.Nullable;

/** The engine's end of the agents' links without a web server: real conversation and messages, no socket. */
public final class ScriptedLinks {
    private final AgentLinks links = new AgentLinks();
    private final AgentConversation conversation = new AgentConversation();

    @SuppressWarnings("UnnecessaryAssignment") // does what the container's injection would do
    public ScriptedLinks(AgentListener listener, Hosts hosts) {
        conversation.links = links;
        conversation.listener = listener;
        conversation.hosts = hosts;
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
            this.connection = new AgentConnection(identity, session());
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

        private Session session() {
            RemoteEndpoint.Async remote = proxy(RemoteEndpoint.Async.class, (method, arguments) -> {
                deliver((String) arguments[0]);
                ((SendHandler) arguments[1]).onResult(new SendResult());
                return null;
            });
            return proxy(Session.class, (method, arguments) -> switch (method) {
                case "getAsyncRemote" -> remote;
                case "isOpen" -> open.get();
                case "close" -> {
                    close();
                    yield null;
                }
                default -> throw new UnsupportedOperationException(method);
            });
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

    private interface Answer {
        @Nullable
        Object to(String method, Object[] arguments);
    }

    private static <T> T proxy(Class<T> type, Answer answer) {
        Object proxy = Proxy.newProxyInstance(
                ScriptedLinks.class.getClassLoader(),
                new Class<?>[] {type},
                (self, method, arguments) -> answer.to(method.getName(), arguments));
        return type.cast(requireNonNull(proxy));
    }
}
