package org.droveway.agent;

/** The agent cannot run; the message says why and what to do. */
final class AgentFailedException extends Exception {
    AgentFailedException(String message) {
        super(message);
    }

    AgentFailedException(String message, Throwable cause) {
        super(message, cause);
    }
}
