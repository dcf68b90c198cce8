package org.droveway.engine.agentlink;

import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.websocket.CloseReason;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.droveway.engine.security.HostIdentity;
import org.droveway.protocol.Json;
import org.droveway.protocol.link.AgentMessage;
import org.droveway.protocol.link.EngineMessage;

/** One agent's link with the questions it has not answered. */
final class AgentConnection {
    /** A negotiation asks another host; it may not take longer than this, s. */
    private static final long ANSWER_SECONDS = 60;

    private final Dialler dialler;
    private final AgentChannel channel;
    private final Map<UUID, CompletableFuture<AgentMessage.Reply>> pending = new ConcurrentHashMap<>();
    private volatile boolean welcomed;

    AgentConnection(Dialler dialler, AgentChannel channel) {
        this.dialler = dialler;
        this.channel = channel;
    }

    Dialler dialler() {
        return dialler;
    }

    HostIdentity identity() {
        return dialler.identity();
    }

    String host() {
        return identity().host();
    }

    boolean isWelcomed() {
        return welcomed;
    }

    void welcome(EngineMessage.Welcome message) {
        welcomed = true;
        send(message);
    }

    void send(EngineMessage message) {
        try {
            channel.send(Json.mapper().writeValueAsString(message));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(
                    "cannot print a " + message.getClass().getName(), e);
        }
    }

    CompletableFuture<AgentMessage.Reply> ask(UUID request, EngineMessage message) {
        CompletableFuture<AgentMessage.Reply> answer = new CompletableFuture<>();
        pending.put(request, answer);
        if (channel.isOpen()) {
            send(message);
        } else {
            lost();
        }
        return answer.orTimeout(ANSWER_SECONDS, TimeUnit.SECONDS)
                .whenComplete((reply, failure) -> pending.remove(request));
    }

    void answered(AgentMessage.Reply reply) {
        CompletableFuture<AgentMessage.Reply> answer = pending.remove(reply.request());
        if (answer != null) {
            answer.complete(reply);
        }
    }

    /** Nothing will be answered any more. */
    void lost() {
        pending.values()
                .forEach(answer -> answer.completeExceptionally(new LinkLostException(host(), "its link is down")));
    }

    void close(CloseReason.CloseCode code, String reason) {
        channel.close(code, reason);
    }
}
