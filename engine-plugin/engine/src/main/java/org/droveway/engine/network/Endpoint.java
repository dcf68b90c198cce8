package org.droveway.engine.network;

import static java.util.Objects.requireNonNull;

import org.droveway.engine.address.IpAddress;

/**
 * One end of a path.
 *
 * @param mtu of the NIC, bytes
 * @param management whether the address is the host's management address
 * @param reason why this address
 */
public record Endpoint(String host, String nic, IpAddress address, int mtu, boolean management, String reason) {
    public Endpoint {
        requireNonNull(host, "host");
        requireNonNull(nic, "nic");
        requireNonNull(address, "address");
        requireNonNull(reason, "reason");
    }
}
