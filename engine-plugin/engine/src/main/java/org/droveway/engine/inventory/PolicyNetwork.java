package org.droveway.engine.inventory;

import static java.util.Objects.requireNonNull;

import org.droveway.engine.address.Cidr;

/**
 * The CIDR of a policy.
 *
 * @param text as the administrator wrote it
 * @param cidr what it means; host bits are allowed and kept
 */
public record PolicyNetwork(String text, Cidr cidr) {
    public PolicyNetwork {
        requireNonNull(text, "text");
        requireNonNull(cidr, "cidr");
    }
}
