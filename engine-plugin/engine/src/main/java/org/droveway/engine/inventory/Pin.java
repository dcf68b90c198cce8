package org.droveway.engine.inventory;

import static java.util.Objects.requireNonNull;

import org.droveway.engine.address.IpAddress;

/** An administrator's word on which address a host uses in a network; settles what would be ambiguous. */
public record Pin(String network, IpAddress address) {
    public Pin {
        requireNonNull(network, "network");
        requireNonNull(address, "address");
    }
}
