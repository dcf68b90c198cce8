package org.droveway.protocol.host;

import static java.util.Objects.requireNonNull;

import java.util.List;

/** A network interface: {@code up} means administratively up and with carrier; {@code mtu} in bytes. */
public record Nic(String name, boolean up, int mtu, List<NicAddress> addresses) {
    public Nic {
        requireNonNull(name, "name");
        addresses = List.copyOf(addresses);
    }
}
