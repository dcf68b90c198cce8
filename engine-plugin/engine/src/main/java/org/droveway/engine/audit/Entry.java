package org.droveway.engine.audit;

import static java.util.Objects.requireNonNull;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.droveway.engine.digest.Sha256;
import org.jspecify.annotations.Nullable;

/**
 * A link of the audit's chain.
 *
 * @param sequence place in the chain, from 1, without gaps
 * @param at when, to the microsecond
 * @param from address; null: from inside
 * @param before JSON as text, for the hash is over exactly these characters
 * @param previous hash of the entry before; of the first one {@link #ANCHOR}
 * @param hash SHA-256 of {@link #canonical()}, 64 hexadecimal digits
 */
public record Entry(
        long sequence,
        Instant at,
        String who,
        @Nullable String from,
        @Nullable String request,
        Action action,
        String object,
        @Nullable String before,
        @Nullable String after,
        Outcome outcome,
        @Nullable String reason,
        String previous,
        String hash) {
    /** What the first entry continues. */
    public static final String ANCHOR = "0".repeat(64);

    public Entry {
        requireNonNull(at, "at");
        requireNonNull(who, "who");
        requireNonNull(action, "action");
        requireNonNull(object, "object");
        requireNonNull(outcome, "outcome");
        requireNonNull(previous, "previous");
        requireNonNull(hash, "hash");
    }

    /**
     * The entry for a fact, with its hash.
     *
     * @param sequence its own
     * @param previous hash of the entry before
     */
    public static Entry of(Fact fact, long sequence, String previous, Instant now) {
        Entry open = new Entry(
                sequence,
                now.truncatedTo(ChronoUnit.MICROS),
                fact.author().who(),
                fact.author().address(),
                fact.author().request(),
                fact.action(),
                fact.object(),
                fact.before(),
                fact.after(),
                fact.outcome(),
                fact.reason(),
                previous,
                "");
        return open.withHash(Sha256.of(open.canonical()));
    }

    /**
     * What is hashed: each part as {@code LENGTH:TEXT} and a line feed, the length in bytes of UTF-8; a part that is not there
     * as {@code -} and a line feed. No two different entries have the same text.
     */
    public String canonical() {
        return Stream.of(
                        Long.toString(sequence),
                        previous,
                        at.toString(),
                        who,
                        orMissing(from),
                        orMissing(request),
                        action.word(),
                        object,
                        orMissing(before),
                        orMissing(after),
                        outcome.word(),
                        orMissing(reason))
                .map(Entry::part)
                .collect(Collectors.joining());
    }

    private static String part(String text) {
        return text.equals(MISSING) ? "-\n" : text.getBytes(StandardCharsets.UTF_8).length + ":" + text + "\n";
    }

    /** No stored text has this character. */
    private static final String MISSING = "\0";

    private static String orMissing(@Nullable String text) {
        return text == null ? MISSING : text;
    }

    private Entry withHash(String computed) {
        return new Entry(
                sequence, at, who, from, request, action, object, before, after, outcome, reason, previous, computed);
    }
}
