package org.droveway.engine.api;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.UUID;
import org.droveway.engine.inventory.InvalidInputException;
import org.jspecify.annotations.Nullable;

/** Checks of what requests hold. */
final class Input {
    private static final int LONGEST_REASON = 1000;

    private Input() {}

    static <T> T body(@Nullable T body) {
        if (body == null) {
            throw new InvalidInputException("the request has no body; needed a JSON object");
        }
        return body;
    }

    static <T> T field(String name, @Nullable T value) {
        if (value == null) {
            throw new InvalidInputException(name + " is missing");
        }
        return value;
    }

    /** Why something is done; null if nothing is said. */
    static @Nullable String reason(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        if (text.length() > LONGEST_REASON) {
            throw new InvalidInputException(
                    "reason has " + text.length() + " characters, needed at most " + LONGEST_REASON);
        }
        return text.strip();
    }

    /** A number in plain decimal digits. */
    static int number(String name, String text, int least, int most) {
        boolean digits = !text.isEmpty() && text.length() <= 9 && text.chars().allMatch(c -> c >= '0' && c <= '9');
        if (!digits || Integer.parseInt(text) < least || Integer.parseInt(text) > most) {
            throw new InvalidInputException(name + " is '" + text + "', needed " + least + " to " + most);
        }
        return Integer.parseInt(text);
    }

    static boolean flag(String name, String text) {
        if (!text.equals("true") && !text.equals("false")) {
            throw new InvalidInputException(name + " is '" + text + "', needed true or false");
        }
        return text.equals("true");
    }

    static Optional<UUID> id(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** How long something is to hold, ISO-8601; null: not said. */
    static @Nullable Duration lifetime(@Nullable String ttl, Duration longest) {
        if (ttl == null) {
            return null;
        }
        try {
            Duration lifetime = Duration.parse(ttl);
            if (lifetime.isNegative() || lifetime.isZero() || lifetime.compareTo(longest) > 0) {
                throw new InvalidInputException("ttl is " + ttl + ", needed more than 0 and at most " + longest);
            }
            return lifetime;
        } catch (DateTimeParseException e) {
            throw new InvalidInputException("ttl is '" + ttl + "', needed an ISO-8601 duration, for example PT8H", e);
        }
    }
}
