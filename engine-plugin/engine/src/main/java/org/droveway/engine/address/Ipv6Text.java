package org.droveway.engine.address;

import java.util.ArrayList;
import java.util.List;
import org.droveway.protocol.AddressText;

/** IPv6 as RFC 4291 lets it be written, printed as RFC 5952 wants it. */
final class Ipv6Text {
    private static final int GROUPS = 8;

    private Ipv6Text() {}

    static IpAddress parse(String text) {
        int gap = text.indexOf("::");
        if (gap >= 0 && text.indexOf("::", gap + 1) >= 0) {
            throw new AddressSyntaxException("'" + text + "' has '::' more than once");
        }
        List<Integer> groups;
        if (gap < 0) {
            groups = groups(text, text, true);
        } else {
            groups = groups(text.substring(0, gap), text, false);
            List<Integer> tail = groups(text.substring(gap + 2), text, true);
            if (groups.size() + tail.size() >= GROUPS) {
                throw new AddressSyntaxException("'" + text + "' has too many groups beside '::'");
            }
            while (groups.size() + tail.size() < GROUPS) {
                groups.add(0);
            }
            groups.addAll(tail);
        }
        if (groups.size() != GROUPS) {
            throw new AddressSyntaxException("'" + text + "' has " + groups.size() + " groups, needed 8 or a '::'");
        }
        return new IpAddress(IpAddress.Family.IPV6, bits(groups.subList(0, 4)), bits(groups.subList(4, 8)));
    }

    private static List<Integer> groups(String part, String text, boolean last) {
        List<Integer> groups = new ArrayList<>();
        if (part.isEmpty()) {
            return groups;
        }
        String[] words = part.split(":", -1);
        for (int i = 0; i < words.length; i++) {
            if (last && i == words.length - 1 && words[i].indexOf('.') >= 0) {
                long bits = Ipv4Text.parseBits(words[i]);
                groups.add((int) (bits >> 16));
                groups.add((int) (bits & 0xffff));
            } else {
                groups.add(group(words[i], text));
            }
        }
        return groups;
    }

    private static int group(String word, String text) {
        if (word.isEmpty() || word.length() > 4 || !word.chars().allMatch(Ipv6Text::isHexDigit)) {
            throw new AddressSyntaxException(
                    "'" + word + "' in '" + text + "' is not a group of 1 to 4 hexadecimal digits");
        }
        return Integer.parseInt(word, 16);
    }

    private static boolean isHexDigit(int c) {
        return Character.digit(c, 16) >= 0 && c < 128;
    }

    private static long bits(List<Integer> groups) {
        long bits = 0;
        for (int group : groups) {
            bits = bits << 16 | group;
        }
        return bits;
    }

    static String print(long high, long low) {
        byte[] bytes = new byte[2 * GROUPS];
        for (int i = 0; i < GROUPS; i++) {
            bytes[i] = (byte) (high >>> (56 - 8 * i));
            bytes[i + GROUPS] = (byte) (low >>> (56 - 8 * i));
        }
        return AddressText.of(bytes);
    }
}
