package org.droveway.protocol.observe;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/**
 * A TCP connection of the migration as read from the host's socket table.
 *
 * @param nic the interface that carries the local address
 * @param sentBytes of its stream, when it was last seen; null where the kernel does not say
 * @param receivedBytes of its stream, when it was last seen; null where the kernel does not say
 */
public record ObservedConnection(
        String localAddress,
        int localPort,
        String remoteAddress,
        int remotePort,
        String nic,
        @Nullable Long sentBytes,
        @Nullable Long receivedBytes) {
    public ObservedConnection {
        requireNonNull(localAddress, "localAddress");
        requireNonNull(remoteAddress, "remoteAddress");
        requireNonNull(nic, "nic");
    }
}
