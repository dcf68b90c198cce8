package org.droveway.engine.address;

/** Dotted IPv4, four decimal numbers from 0 to 255 without leading zeros (some tools read those as octal). */
final class Ipv4Text {
    private Ipv4Text() {}

    static IpAddress parse(String text) {
        return new IpAddress(IpAddress.Family.IPV4, 0, parseBits(text));
    }

    static long parseBits(String text) {
        String[] parts = text.split("\\.", -1);
        if (parts.length != 4) {
            throw new AddressSyntaxException(
                    "'" + text + "' is not an IP address; needed for example 10.1.2.3 or fd00::3");
        }
        long bits = 0;
        for (String part : parts) {
            bits = bits << 8 | octet(part, text);
        }
        return bits;
    }

    private static int octet(String part, String text) {
        if (part.isEmpty() || part.length() > 3 || !part.chars().allMatch(c -> c >= '0' && c <= '9')) {
            throw new AddressSyntaxException("'" + part + "' in '" + text + "' is not a number from 0 to 255");
        }
        if (part.length() > 1 && part.charAt(0) == '0') {
            throw new AddressSyntaxException("'" + part + "' in '" + text + "' has a leading zero; write it without");
        }
        int value = Integer.parseInt(part);
        if (value > 255) {
            throw new AddressSyntaxException("'" + part + "' in '" + text + "' is above 255");
        }
        return value;
    }

    static String print(long bits) {
        return (bits >> 24 & 255) + "." + (bits >> 16 & 255) + "." + (bits >> 8 & 255) + "." + (bits & 255);
    }
}
