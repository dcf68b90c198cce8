package org.droveway.engine.agentlink;

import static java.util.Objects.requireNonNull;

import java.security.Principal;
import org.droveway.engine.security.HostIdentity;

/**
 * Whoever dialled the agents' listener.
 *
 * @param identity as its certificate says
 * @param address where from
 */
record Dialler(HostIdentity identity, String address) implements Principal {
    Dialler {
        requireNonNull(identity, "identity");
        requireNonNull(address, "address");
    }

    @Override
    public String getName() {
        return identity.host();
    }
}
