package org.droveway.engine.network;

import static java.util.Objects.requireNonNull;

import org.droveway.engine.address.Cidr;
import org.jspecify.annotations.Nullable;

/**
 * The network a migration is to travel on.
 *
 * @param name of the logical network, or the policy's CIDR as written when no network of the cluster has it
 * @param logical whether the name is that of a logical network
 * @param cidr where a host's address must lie
 * @param mtu of the logical network, bytes; null when the policy's CIDR is none
 * @param management whether this is the cluster's management network, and may be used for this migration
 * @param byPolicy whether role or policy chose it, not the request: a policy that names the very range of a host's management
 *     address has named the management network, whether or not a logical network describes it
 * @param reason which rule chose it
 */
public record NetworkChoice(
        String name,
        boolean logical,
        Cidr cidr,
        @Nullable Integer mtu,
        boolean management,
        boolean byPolicy,
        String reason) {
    public NetworkChoice {
        requireNonNull(name, "name");
        requireNonNull(cidr, "cidr");
        requireNonNull(reason, "reason");
        cidr = cidr.network();
    }
}
