package org.droveway.engine.address;

import java.util.ArrayList;
import java.util.List;

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
        if (high == 0 && low >>> 32 == 0xffff) {
            return "::ffff:" + Ipv4Text.print(low & 0xffff_ffffL);
        }
        int[] groups = new int[GROUPS];
        for (int i = 0; i < 4; i++) {
            groups[i] = (int) (high >>> (48 - 16 * i) & 0xffff);
            groups[i + 4] = (int) (low >>> (48 - 16 * i) & 0xffff);
        }
        int start = longestRunOfZeros(groups);
        if (start < 0) {
            return join(groups, 0, GROUPS);
        }
        int end = start;
        while (end < GROUPS && groups[end] == 0) {
            end++;
        }
        return join(groups, 0, start) + "::" + join(groups, end, GROUPS);
    }

    /** Start of the first longest run of at least two zero groups; -1 if there is none. */
    private static int longestRunOfZeros(int[] groups) {
        int best = -1;
        int longest = 1;
        for (int i = 0; i < GROUPS; i++) {
            int end = i;
            while (end < GROUPS && groups[end] == 0) {
                end++;
            }
            if (end - i > longest) {
                best = i;
                longest = end - i;
            }
        }
        return best;
    }

    private static String join(int[] groups, int from, int to) {
        StringBuilder text = new StringBuilder();
        for (int i = from; i < to; i++) {
            text.append(i == from ? "" : ":").append(Integer.toHexString(groups[i]));
        }
        return text.toString();
    }
}
