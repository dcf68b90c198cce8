package org.droveway.protocol;

/** The one way in which addresses are written: dotted IPv4, and IPv6 as RFC 5952 wants it, so that equal ones look equal. */
public final class AddressText {
    private static final int GROUPS = 8;

    private AddressText() {}

    /**
     * The address.
     *
     * @param address 4 or 16 bytes in network order
     * @throws IllegalArgumentException if it has another length
     */
    public static String of(byte[] address) {
        if (address.length == 4) {
            return dotted(address, 0);
        }
        if (address.length != 2 * GROUPS) {
            throw new IllegalArgumentException("an address has 4 or 16 bytes, found " + address.length);
        }
        int[] groups = new int[GROUPS];
        for (int i = 0; i < GROUPS; i++) {
            groups[i] = (address[2 * i] & 0xff) << 8 | (address[2 * i + 1] & 0xff);
        }
        if (isMapped(groups)) {
            return "::ffff:" + dotted(address, 12);
        }
        int start = longestRunOfZeros(groups);
        if (start < 0) {
            return join(groups, 0, GROUPS);
        }
        return join(groups, 0, start) + "::" + join(groups, endOfZeros(groups, start), GROUPS);
    }

    private static String dotted(byte[] address, int from) {
        return (address[from] & 0xff) + "." + (address[from + 1] & 0xff) + "." + (address[from + 2] & 0xff) + "."
                + (address[from + 3] & 0xff);
    }

    private static boolean isMapped(int[] groups) {
        return endOfZeros(groups, 0) == 5 && groups[5] == 0xffff;
    }

    /** Start of the first longest run of at least two zero groups; -1 if there is none. */
    private static int longestRunOfZeros(int[] groups) {
        int best = -1;
        int longest = 1;
        for (int i = 0; i < GROUPS; i++) {
            int length = endOfZeros(groups, i) - i;
            if (length > longest) {
                best = i;
                longest = length;
            }
        }
        return best;
    }

    private static int endOfZeros(int[] groups, int start) {
        int end = start;
        while (end < GROUPS && groups[end] == 0) {
            end++;
        }
        return end;
    }

    private static String join(int[] groups, int from, int to) {
        StringBuilder text = new StringBuilder();
        for (int i = from; i < to; i++) {
            text.append(i == from ? "" : ":").append(Integer.toHexString(groups[i]));
        }
        return text.toString();
    }
}
