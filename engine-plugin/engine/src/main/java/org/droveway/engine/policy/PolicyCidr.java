package org.droveway.engine.policy;

import java.util.Optional;
import org.droveway.engine.address.AddressSyntaxException;
import org.droveway.engine.address.Cidr;
import org.droveway.engine.address.IpAddress;

/** The CIDR of a policy: any that can be written, unless its prefix is shorter than Proxmox takes. */
final class PolicyCidr {
    /** Proxmox's lower bound; a shorter prefix is taken for a mistake. */
    private static final int SHORTEST_PREFIX = 8;

    private PolicyCidr() {}

    static Optional<Cidr> parse(String value) {
        try {
            return Optional.of(Cidr.parse(value)).filter(cidr -> cidr.prefix() >= SHORTEST_PREFIX);
        } catch (AddressSyntaxException e) {
            return Optional.empty();
        }
    }

    /** What would be right in place of a value that is no CIDR, or none that a policy may have. */
    static String needed(String value) {
        int slash = value.indexOf('/');
        try {
            IpAddress address = IpAddress.parse(slash < 0 ? value : value.substring(0, slash));
            String prefix = "a prefix from " + SHORTEST_PREFIX + " to "
                    + address.family().bits();
            return slash < 0
                    ? "a CIDR: the address, '/' and " + prefix
                    : prefix + ", in decimal digits without leading zeros";
        } catch (AddressSyntaxException e) {
            return "a CIDR, for example 10.1.2.0/24 or fd00:1::/64; no name (" + e.getMessage() + ")";
        }
    }
}
