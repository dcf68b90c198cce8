package org.droveway.engine.agentlink;

import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.inject.Inject;
import jakarta.websocket.CloseReason.CloseCodes;
import jakarta.websocket.OnClose;
import jakarta.websocket.OnError;
import jakarta.websocket.OnMessage;
import jakarta.websocket.OnOpen;
import jakarta.websocket.Session;
import jakarta.websocket.server.ServerEndpoint;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import org.droveway.protocol.Json;
import org.droveway.protocol.link.AgentMessage;
import org.jspecify.annotations.Nullable;

/** Where agents dial. {@link ListenerFilter} has put the certificate's host into the request. */
@ServerEndpoint("/agent-link")
public class AgentLinkEndpoint {
    /** A report of a host with thousands of VMs fits, bytes. */
    private static final int MAX_MESSAGE = 4 * 1024 * 1024;

    /** Agents report at least every 5 s, ms. */
    private static final long MAX_SILENCE = 20_000;

    /** How long a peer may not read before it is cut off, ms. */
    private static final long MAX_SEND = 10_000;

    private static final Logger LOG = System.getLogger(AgentLinkEndpoint.class.getName());

    @Inject
    AgentConversation conversation;

    private @Nullable AgentConnection connection;

    /** An agent dialled. */
    @OnOpen
    public void open(Session session) throws IOException {
        session.setMaxTextMessageBufferSize(MAX_MESSAGE);
        session.setMaxIdleTimeout(MAX_SILENCE);
        session.getAsyncRemote().setSendTimeout(MAX_SEND);
        if (session.getUserPrincipal() instanceof Dialler dialler) {
            connection = new AgentConnection(dialler, new WebSocketChannel(session));
        } else {
            session.close();
        }
    }

    /** An agent says something. */
    @OnMessage
    public void message(String text) {
        AgentConnection current = connection;
        if (current == null) {
            return;
        }
        try {
            conversation.heard(current, Json.mapper().readValue(text, AgentMessage.class));
        } catch (JsonProcessingException e) {
            LOG.log(Level.WARNING, "agent of host " + current.host() + " sent what is no message", e);
            conversation.refuse(current, CloseCodes.PROTOCOL_ERROR, "not a message of this protocol");
        }
    }

    /** The link ended, whoever ended it. */
    @OnClose
    public void close() {
        AgentConnection current = connection;
        if (current != null) {
            conversation.left(current);
        }
    }

    /** The link broke, or what an agent said could not be dealt with: it says it again on a new link. */
    @OnError
    public void error(Session session, Throwable failure) {
        AgentConnection current = connection;
        if (current != null) {
            LOG.log(Level.WARNING, "link of host " + current.host() + " failed", failure);
            current.close(CloseCodes.UNEXPECTED_CONDITION, "the engine could not deal with it");
        }
    }
}
