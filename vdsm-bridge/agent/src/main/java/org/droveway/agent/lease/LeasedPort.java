package org.droveway.agent.lease;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A port of a lease.
 *
 * @param shutForNewAt when its pinhole stopped to admit new connections; null while it does, or was never opened
 * @param acceptedBefore the port's count of connections let in when its pinhole was opened
 */
public record LeasedPort(int port, @Nullable Instant shutForNewAt, long acceptedBefore) {
    LeasedPort openedAfter(long accepted) {
        return new LeasedPort(port, null, accepted);
    }

    LeasedPort shutAt(Instant now) {
        return new LeasedPort(port, now, acceptedBefore);
    }
}
