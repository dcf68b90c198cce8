package org.droveway.engine.agentlink;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.websocket.CloseReason;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.droveway.protocol.link.AgentMessage;
import org.droveway.protocol.link.EngineMessage;

/** The agents that are connected now. */
@ApplicationScoped
public class AgentLinks {
    private final Map<String, AgentConnection> connections = new ConcurrentHashMap<>();

    /**
     * Commands an agent.
     *
     * @param message made from the request's id
     * @return its answer; fails with {@link LinkLostException} or a TimeoutException, after which nothing is known
     */
    public CompletionStage<AgentMessage.Reply> ask(String host, Function<UUID, EngineMessage> message) {
        AgentConnection connection = connections.get(host);
        if (connection == null) {
            return CompletableFuture.failedFuture(new LinkLostException(host, "it is not connected"));
        }
        UUID request = UUID.randomUUID();
        return connection.ask(request, message.apply(request));
    }

    /** Whether the host's agent is connected. */
    public boolean isConnected(String host) {
        return connections.containsKey(host);
    }

    /** Ends the link of a host that was removed. */
    public void dismiss(String host) {
        AgentConnection connection = connections.get(host);
        if (connection != null) {
            connection.close(CloseReason.CloseCodes.VIOLATED_POLICY, "host " + host + " was removed");
        }
    }

    /** A newer connection replaces the older: the agent started again, or its old socket died unnoticed. */
    void add(AgentConnection connection) {
        AgentConnection older = connections.put(connection.host(), connection);
        if (older != null) {
            older.lost();
            older.close(CloseReason.CloseCodes.GOING_AWAY, "replaced by a newer link");
        }
    }

    /** Whether this was the host's connection. */
    boolean remove(AgentConnection connection) {
        connection.lost();
        return connections.remove(connection.host(), connection);
    }

    boolean isCurrent(AgentConnection connection) {
        return connections.get(connection.host()) == connection;
    }
}
