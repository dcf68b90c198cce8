package org.droveway.engine.agentlink;

import jakarta.websocket.CloseReason;
import jakarta.websocket.Session;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/** The WebSocket that an agent dialled. */
record WebSocketChannel(Session session) implements AgentChannel {
    private static final Logger LOG = System.getLogger(WebSocketChannel.class.getName());

    @Override
    public void send(String text) {
        synchronized (session) {
            session.getAsyncRemote().sendText(text, result -> {
                if (!result.isOK()) {
                    LOG.log(Level.WARNING, "an agent cannot be sent to", result.getException());
                    close(CloseReason.CloseCodes.GOING_AWAY, "cannot send");
                }
            });
        }
    }

    @Override
    public void close(CloseReason.CloseCode code, String reason) {
        try {
            session.close(new CloseReason(code, reason));
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "a link was broken when it was closed", e);
        }
    }

    @Override
    public boolean isOpen() {
        return session.isOpen();
    }
}
