package org.droveway.engine.inventory.store;

import jakarta.persistence.Embeddable;
import java.util.Objects;
import org.droveway.engine.address.IpAddress;
import org.droveway.engine.inventory.Pin;
import org.jspecify.annotations.Nullable;

/** A pinned address. */
@Embeddable
class PinOfHost {
    String network = "";

    String address = "";

    PinOfHost() {}

    PinOfHost(String network, String address) {
        this.network = network;
        this.address = address;
    }

    Pin toRecord() {
        return new Pin(network, IpAddress.parse(address));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof PinOfHost that && that.network.equals(network) && that.address.equals(address);
    }

    @Override
    public int hashCode() {
        return Objects.hash(network, address);
    }
}
