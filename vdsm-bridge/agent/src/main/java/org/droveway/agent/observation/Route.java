package org.droveway.agent.observation;

import static java.util.Objects.requireNonNull;

import java.net.InetAddress;

/**
 * How the kernel would send to an address.
 *
 * @param source the address a new connection would come from
 * @param nic the interface it would leave by
 */
public record Route(InetAddress source, String nic) {
    public Route {
        requireNonNull(source, "source");
        requireNonNull(nic, "nic");
    }
}
