package org.droveway.agent.firewall;

import java.util.Set;
import org.droveway.protocol.observe.StreamSecurity;

/** The first payload bytes of streams, as nftables sees them pass. */
public interface Streams {
    /**
     * Looks at new streams to the port from now on; may be called more than once for a port.
     *
     * @throws FirewallException if the host has no table
     */
    void watch(int port);

    /**
     * PLAIN if one of the streams began as QEMU's do in clear, or as NBD's do behind the greeting; TLS if every one began, or went on behind the greeting, with a ClientHello; else UNKNOWN.
     *
     * @param sourcePorts of the streams in question; empty: all that were seen, at least one
     */
    StreamSecurity seen(int port, Set<Integer> sourcePorts);

    /** Ends one {@link #watch}; the last one forgets what was seen on the port. */
    void forget(int port);
}
