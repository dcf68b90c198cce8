package org.droveway.agent.config;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Ports for migrations, both ends inclusive.
 *
 * @param first at least 1024
 * @param last at least first, at most 65535
 */
public record PortPool(int first, int last) {
    private static final Pattern TEXT = Pattern.compile("(\\d{1,5})-(\\d{1,5})");
    private static final PortPool LIBVIRT = new PortPool(49152, 49215);

    public PortPool {
        if (first < 1024 || last > 65535 || first > last) {
            throw new IllegalArgumentException(
                    "port pool is " + first + "-" + last + ", needed FIRST-LAST with 1024 <= FIRST <= LAST <= 65535");
        }
    }

    /** Reads for example {@code 61000-61049}. */
    public static PortPool parse(String text) {
        Matcher matcher = TEXT.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException(
                    "port pool is '" + text + "', needed FIRST-LAST, for example 61000-61049");
        }
        return new PortPool(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)));
    }

    /** The range from which libvirt itself takes ports when it is given none. */
    public static PortPool ofLibvirt() {
        return LIBVIRT;
    }

    /** Whether the two share a port. */
    public boolean overlaps(PortPool other) {
        return first <= other.last && other.first <= last;
    }

    public boolean contains(int port) {
        return first <= port && port <= last;
    }

    /** In their order. */
    public IntStream ports() {
        return IntStream.rangeClosed(first, last);
    }

    @Override
    public String toString() {
        return first + "-" + last;
    }
}
