package org.droveway.engine.address;

import static java.util.Objects.requireNonNull;

/**
 * An IPv4 or IPv6 address without zone.
 *
 * @param family which of the two
 * @param high upper 64 bits; 0 for IPv4
 * @param low lower 64 bits; for IPv4 the 32 bits of the address
 */
public record IpAddress(Family family, long high, long low) {
    /** The two address families, with the number of bits of an address. */
    public enum Family {
        IPV4(32),
        IPV6(128);

        private final int bits;

        Family(int bits) {
            this.bits = bits;
        }

        /** Length of an address, and the longest prefix. */
        public int bits() {
            return bits;
        }
    }

    public IpAddress {
        requireNonNull(family, "family");
        if (family == Family.IPV4 && (high != 0 || low >>> 32 != 0)) {
            throw new IllegalArgumentException("an IPv4 address has 32 bits");
        }
    }

    /**
     * Reads dotted IPv4 (no leading zeros) or IPv6 (RFC 4291, no zone, no brackets).
     *
     * @throws AddressSyntaxException if the text is anything else
     */
    public static IpAddress parse(String text) {
        return text.indexOf(':') < 0 ? Ipv4Text.parse(text) : Ipv6Text.parse(text);
    }

    /** The first {@code prefix} bits, the rest zero. */
    IpAddress masked(int prefix) {
        if (family == Family.IPV4) {
            return new IpAddress(family, 0, prefix == 0 ? 0 : low & (0xffff_ffffL << (32 - prefix)) & 0xffff_ffffL);
        }
        long highMask = prefix >= 64 ? -1L : prefix == 0 ? 0 : -1L << (64 - prefix);
        long lowMask = prefix <= 64 ? 0 : -1L << (128 - prefix);
        return new IpAddress(family, high & highMask, low & lowMask);
    }

    /** The shortest usual form: dotted IPv4, RFC 5952 IPv6. */
    @Override
    public String toString() {
        return family == Family.IPV4 ? Ipv4Text.print(low) : Ipv6Text.print(high, low);
    }
}
