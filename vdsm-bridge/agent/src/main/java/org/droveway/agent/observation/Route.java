package org.droveway.agent.observation;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/**
 * The way the kernel would send a packet.
 *
 * @param nic by which it leaves
 * @param source address it takes
 * @param gateway next hop; null: the destination is on the link
 * @param mtu of the route itself, bytes; null: the interface's
 */
public record Route(
        String nic,
        String source,
        @Nullable String gateway,
        @Nullable Integer mtu) {
    public Route {
        requireNonNull(nic, "nic");
        requireNonNull(source, "source");
    }
}
