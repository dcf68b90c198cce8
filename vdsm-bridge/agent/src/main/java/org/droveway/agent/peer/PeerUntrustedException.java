package org.droveway.agent.peer;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The other end is not the agent it should be. */
public final class PeerUntrustedException extends IOException {
    private static final long serialVersionUID = 1L;

    PeerUntrustedException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
