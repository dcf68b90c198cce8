package org.droveway.agent.observation;

import static java.util.Objects.requireNonNull;

import java.net.InetAddress;

/**
 * The two ends of a migration's memory stream, or of its disks', as agreed.
 *
 * @param port on the destination
 */
public record Way(InetAddress source, InetAddress destination, int port) {
    public Way {
        requireNonNull(source, "source");
        requireNonNull(destination, "destination");
    }
}
