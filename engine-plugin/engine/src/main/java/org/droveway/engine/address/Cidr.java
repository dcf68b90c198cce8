package org.droveway.engine.address;

import static java.util.Objects.requireNonNull;

/**
 * An address with a prefix length. The address may have bits beyond the prefix (host bits), as an interface's address has;
 * {@link #parseNetwork} refuses them.
 *
 * @param prefix 0 to 32 or 128
 */
public record Cidr(IpAddress address, int prefix) {
    public Cidr {
        requireNonNull(address, "address");
        if (prefix < 0 || prefix > address.family().bits()) {
            throw new AddressSyntaxException("prefix " + prefix + " of " + address + " is not between 0 and "
                    + address.family().bits());
        }
    }

    /**
     * Reads {@code address/prefix}, host bits allowed, no leading zeros.
     *
     * @throws AddressSyntaxException if the text is anything else
     */
    public static Cidr parse(String text) {
        int slash = text.indexOf('/');
        if (slash < 0) {
            throw new AddressSyntaxException("'" + text + "' has no prefix length; needed for example 10.1.2.0/24");
        }
        IpAddress address = IpAddress.parse(text.substring(0, slash));
        return new Cidr(address, prefix(text.substring(slash + 1), text));
    }

    /**
     * Reads the CIDR of a network: as {@link #parse}, but host bits are refused.
     *
     * @throws AddressSyntaxException if the text is anything else; with host bits it names the network that was probably meant
     */
    public static Cidr parseNetwork(String text) {
        Cidr cidr = parse(text);
        if (cidr.hasHostBits()) {
            throw new AddressSyntaxException(
                    "'" + text + "' has host bits (bits beyond the prefix); needed " + cidr.network());
        }
        return cidr;
    }

    private static int prefix(String digits, String text) {
        if (digits.isEmpty() || digits.length() > 3 || !digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
            throw new AddressSyntaxException("'" + digits + "' in '" + text + "' is not a prefix length");
        }
        if (digits.length() > 1 && digits.charAt(0) == '0') {
            throw new AddressSyntaxException(
                    "prefix '" + digits + "' in '" + text + "' has a leading zero; write it without");
        }
        return Integer.parseInt(digits);
    }

    /** Whether the address has bits beyond the prefix. */
    public boolean hasHostBits() {
        return !address.masked(prefix).equals(address);
    }

    /** The same without host bits. */
    public Cidr network() {
        return new Cidr(address.masked(prefix), prefix);
    }

    /** Whether the prefix is the whole address: one host, not a network. */
    public boolean isSingleAddress() {
        return prefix == address.family().bits();
    }

    /** Whether the other address is of the same family and shares the prefix. */
    public boolean contains(IpAddress other) {
        return other.family() == address.family() && other.masked(prefix).equals(address.masked(prefix));
    }

    /** Whether they have an address in common: the same, or one inside the other. */
    public boolean overlaps(Cidr other) {
        return contains(other.address) || other.contains(address);
    }

    /**
     * How many hosts can have an address in it: without network and broadcast address (IPv4) or the routers' anycast address
     * (IPv6), which point-to-point ranges (/31, /127) do not have; {@link Long#MAX_VALUE} if there are as many or more.
     */
    public long hostAddresses() {
        int bits = address.family().bits() - prefix;
        if (bits <= 1) {
            return 1L << bits;
        }
        long reserved = address.family() == IpAddress.Family.IPV4 ? 2 : 1;
        return bits >= Long.SIZE - 1 ? Long.MAX_VALUE : (1L << bits) - reserved;
    }

    /** For example {@code 10.1.2.0/24}, the address in its shortest usual form. */
    @Override
    public String toString() {
        return address + "/" + prefix;
    }
}
