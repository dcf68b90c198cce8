package org.droveway.agent.observation;

import java.net.InetAddress;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The host's routing, policy rules included. */
public interface Routes {
    /**
     * As the kernel would decide now; empty if there is no route.
     *
     * @param from the socket's own address; null for a socket that is not bound, as QEMU's
     * @throws java.io.UncheckedIOException if the kernel cannot be asked
     */
    Optional<Route> to(InetAddress destination, @Nullable InetAddress from);
}
