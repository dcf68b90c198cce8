package org.droveway.engine.agentlink;

/** The agent is not connected, or went away before it answered: whether it did what it was told is not known. */
public final class LinkLostException extends RuntimeException {
    private static final long serialVersionUID = 1;

    LinkLostException(String host, String reason) {
        super("no answer from the agent of host " + host + ": " + reason);
    }
}
