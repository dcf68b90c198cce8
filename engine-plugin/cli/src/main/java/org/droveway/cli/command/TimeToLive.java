package org.droveway.cli.command;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * How long something holds.
 *
 * @param duration longer than zero
 */
record TimeToLive(Duration duration) {
    private static final Pattern SHORT = Pattern.compile("([1-9][0-9]{0,8})([smhd])");

    /** Reads 45s, 30m, 8h, 7d or ISO-8601 (PT8H). */
    static TimeToLive parse(String text) {
        Matcher matcher = SHORT.matcher(text);
        return new TimeToLive(matcher.matches() ? ofUnit(matcher) : ofIso(text));
    }

    /** As the API takes it. */
    String iso() {
        return duration.toString();
    }

    private static Duration ofUnit(Matcher matcher) {
        long number = Long.parseLong(matcher.group(1));
        return switch (matcher.group(2)) {
            case "s" -> Duration.ofSeconds(number);
            case "m" -> Duration.ofMinutes(number);
            case "h" -> Duration.ofHours(number);
            default -> Duration.ofDays(number);
        };
    }

    private static Duration ofIso(String text) {
        try {
            Duration duration = Duration.parse(text);
            if (!duration.isNegative() && !duration.isZero()) {
                return duration;
            }
        } catch (DateTimeParseException e) {
            throw new TypeConversionException("'" + text + "' is no time, needed for example 45s, 30m, 8h, 7d or PT8H");
        }
        throw new TypeConversionException("'" + text + "' is no time to live, needed one longer than zero");
    }

    /** For the command line. */
    static final class Converter implements ITypeConverter<TimeToLive> {
        @Override
        public TimeToLive convert(String text) {
            return parse(text);
        }
    }
}
