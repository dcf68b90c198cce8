package org.droveway.engine.inventory;

import static java.util.Objects.requireNonNull;

import org.droveway.engine.address.Cidr;

/**
 * A logical network.
 *
 * @param cidr without host bits
 * @param mtu in bytes, at least 576 (the least that IPv4 promises)
 */
public record Network(String name, Cidr cidr, int mtu) {
    /** The smallest MTU that a network may be given, bytes. */
    public static final int MIN_MTU = 576;

    public Network {
        requireNonNull(name, "name");
        requireNonNull(cidr, "cidr");
        if (cidr.hasHostBits()) {
            throw new IllegalArgumentException(
                    "network " + name + ": " + cidr + " has host bits, needed " + cidr.network());
        }
        if (mtu < MIN_MTU || mtu > 65_535) {
            throw new IllegalArgumentException("network " + name + ": mtu is " + mtu + ", needed 576 to 65535");
        }
    }

    /** What can be edited, as one text: equal if and only if the values are. */
    public String version() {
        return cidr + "," + mtu;
    }
}
