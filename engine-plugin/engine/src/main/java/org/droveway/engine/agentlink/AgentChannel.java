package org.droveway.engine.agentlink;

import jakarta.websocket.CloseReason;

/** Carries text to one agent. */
interface AgentChannel {
    /** Does not wait; a peer that does not read is cut off. */
    void send(String text);

    /** Harmless if it is closed. */
    void close(CloseReason.CloseCode code, String reason);

    boolean isOpen();
}
