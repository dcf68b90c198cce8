package org.droveway.protocol.host;

import static java.util.Objects.requireNonNull;

/**
 * One address of a NIC as the kernel lists it.
 *
 * @param prefix prefix length, 0 to 32 or 128
 * @param scope the kernel's word: global, link, host, site
 * @param failed duplicate address detection failed
 */
public record NicAddress(
        String address,
        int prefix,
        String scope,
        boolean temporary,
        boolean deprecated,
        boolean tentative,
        boolean failed) {
    public NicAddress {
        requireNonNull(address, "address");
        requireNonNull(scope, "scope");
    }
}
