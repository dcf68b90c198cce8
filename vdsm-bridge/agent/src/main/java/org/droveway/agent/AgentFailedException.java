package org.droveway.agent;

import org.jspecify.annotations.Nullable;

/** The agent cannot run; the message says why and what to do. */
final class AgentFailedException extends Exception {
    AgentFailedException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
