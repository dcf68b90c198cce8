package org.droveway.engine.network;

import static java.util.Objects.requireNonNull;

/** From where to where the data goes. */
public record Path(Endpoint source, Endpoint destination) {
    public Path {
        requireNonNull(source, "source");
        requireNonNull(destination, "destination");
        if (source.address().equals(destination.address())) {
            throw new IllegalArgumentException("both ends have the address " + source.address());
        }
    }

    /** The smaller of the two MTUs, bytes. */
    public int mtu() {
        return Math.min(source.mtu(), destination.mtu());
    }

    /** Whether both NICs have the same MTU. */
    public boolean sameMtu() {
        return source.mtu() == destination.mtu();
    }
}
