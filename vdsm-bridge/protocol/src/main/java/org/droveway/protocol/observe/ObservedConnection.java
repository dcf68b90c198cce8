package org.droveway.protocol.observe;

import static java.util.Objects.requireNonNull;

/**
 * A TCP connection of the migration as read from the host's socket table.
 *
 * @param nic the interface that carries the local address
 */
public record ObservedConnection(String localAddress, int localPort, String remoteAddress, int remotePort, String nic) {
    public ObservedConnection {
        requireNonNull(localAddress, "localAddress");
        requireNonNull(remoteAddress, "remoteAddress");
        requireNonNull(nic, "nic");
    }
}
