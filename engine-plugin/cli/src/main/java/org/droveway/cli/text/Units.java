package org.droveway.cli.text;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Numbers, times and words as people read them: every number with its unit, every time in UTC; unknown is "-". */
public final class Units {
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern(
                    "yyyy-MM-dd HH:mm:ss 'UTC'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter TIME_OF_DAY =
            DateTimeFormatter.ofPattern("HH:mm:ss.SSS 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final long MIB = 1024L * 1024;

    private Units() {}

    /** Date and time to the second. */
    public static String moment(@Nullable Instant instant) {
        return instant == null ? "-" : MOMENT.format(instant);
    }

    /** Time of day to the millisecond. */
    public static String timeOfDay(@Nullable Instant instant) {
        return instant == null ? "-" : TIME_OF_DAY.format(instant);
    }

    /** Milliseconds below a second, seconds below two minutes, then minutes. */
    public static String duration(Duration duration) {
        long millis = duration.toMillis();
        if (millis < 1000) {
            return millis + " ms";
        }
        if (millis < 120_000) {
            return String.format(Locale.ROOT, "%.1f s", millis / 1000.0);
        }
        return duration.toMinutes() + " min " + duration.toSecondsPart() + " s";
    }

    /** Bytes below a MiB, then MiB with one decimal, whole ones above ten. */
    public static String bytes(long bytes) {
        if (bytes < MIB) {
            return bytes + " B";
        }
        double mebibytes = (double) bytes / MIB;
        return String.format(Locale.ROOT, mebibytes < 10 ? "%.1f MiB" : "%.0f MiB", mebibytes);
    }

    /** MiB, rounded, without the unit. */
    public static long mebibytes(long bytes) {
        return Math.round((double) bytes / MIB);
    }

    /** The text, or "-". */
    public static String known(@Nullable Object value) {
        return value == null ? "-" : value.toString();
    }

    /** Words with commas, or "-". */
    public static String words(List<String> words) {
        return words.isEmpty() ? "-" : String.join(", ", words);
    }
}
