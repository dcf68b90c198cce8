package org.droveway.agent.firewall;

import static java.util.Objects.requireNonNull;

import java.net.InetAddress;
import org.droveway.protocol.AddressText;

/**
 * One source address that may open connections to one port on one destination address.
 *
 * @param port TCP port, 1 to 65535
 */
public record Pinhole(InetAddress source, InetAddress destination, int port) {
    public Pinhole {
        requireNonNull(source, "source");
        requireNonNull(destination, "destination");
        if (source.getClass() != destination.getClass()) {
            throw new IllegalArgumentException("source " + AddressText.of(source.getAddress()) + " and destination "
                    + AddressText.of(destination.getAddress()) + " are of different families, needed two of the same");
        }
        if (port < 1 || port > 65535) {
            throw new IllegalArgumentException("port is " + port + ", needed 1 to 65535");
        }
    }
}
