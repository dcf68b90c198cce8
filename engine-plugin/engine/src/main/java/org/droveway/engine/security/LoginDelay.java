package org.droveway.engine.security;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Slows guessing down: after three wrong passwords for a name the next try has to wait a second, then two, four, up to a minute.
 * A try counts as wrong when it begins, so many at once gain nothing. Names that are nobody's are treated alike.
 */
final class LoginDelay {
    private static final int FREE = 3;
    private static final Duration LONGEST = Duration.ofMinutes(1);
    private static final Duration FORGOTTEN = Duration.ofHours(1);
    private static final int MOST_NAMES = 10_000;

    private record Tries(int count, Instant next) {}

    private final Map<String, Tries> tries = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Tries> eldest) {
            return size() > MOST_NAMES;
        }
    };

    /** How long to wait before the try; zero: go on, and say how it ended. */
    synchronized Duration begin(String name, Instant now) {
        Tries known = tries.getOrDefault(name, new Tries(0, Instant.EPOCH));
        if (now.isBefore(known.next())) {
            return Duration.between(now, known.next());
        }
        int count = now.isAfter(known.next().plus(FORGOTTEN)) ? 1 : known.count() + 1;
        tries.remove(name);
        tries.put(name, new Tries(count, now.plus(after(count))));
        return Duration.ZERO;
    }

    synchronized void succeeded(String name) {
        tries.remove(name);
    }

    private static Duration after(int count) {
        if (count < FREE) {
            return Duration.ZERO;
        }
        Duration doubled = Duration.ofSeconds(1L << Math.min(count - FREE, 10));
        return doubled.compareTo(LONGEST) < 0 ? doubled : LONGEST;
    }
}
