package org.droveway.agent.compatibility;

import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A version of libvirt or QEMU; more than three numbers do not occur, and what follows them does not count. */
public record Version(int major, int minor, int micro) implements Comparable<Version> {
    private static final Pattern TEXT = Pattern.compile("(\\d{1,9})(?:\\.(\\d{1,9}))?(?:\\.(\\d{1,9}))?(?!\\d).*");
    private static final Comparator<Version> ORDER = Comparator.comparingInt(Version::major)
            .thenComparingInt(Version::minor)
            .thenComparingInt(Version::micro);

    /**
     * Reads {@code 9.0.0}; what is missing counts as 0.
     *
     * @throws IllegalArgumentException if it begins with no number
     */
    public static Version of(String text) {
        Matcher matcher = TEXT.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("'" + text + "' is no version, needed for example 9.0.0");
        }
        return new Version(number(matcher.group(1)), number(matcher.group(2)), number(matcher.group(3)));
    }

    /** Whether it is this one or a later one. */
    public boolean atLeast(int wantedMajor, int wantedMinor) {
        return compareTo(new Version(wantedMajor, wantedMinor, 0)) >= 0;
    }

    /** Whether it belongs to this release, whatever its last number. */
    public boolean isRelease(int wantedMajor, int wantedMinor) {
        return major == wantedMajor && minor == wantedMinor;
    }

    @Override
    public int compareTo(Version other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return major + "." + minor + "." + micro;
    }

    private static int number(@org.jspecify.annotations.Nullable String text) {
        return text == null ? 0 : Integer.parseInt(text);
    }
}
