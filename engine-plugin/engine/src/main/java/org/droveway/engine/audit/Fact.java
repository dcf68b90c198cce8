package org.droveway.engine.audit;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/**
 * Something to be written down, before it has its place in the chain. Texts are made storable: characters that not every
 * database keeps become {@code ?}, and what is too long is cut.
 *
 * @param object kind and name, or the path that was asked for
 * @param before what it was, JSON; null: nothing
 * @param after what it is, JSON; null: nothing
 * @param reason why it was done, or why not; null: not said
 */
public record Fact(
        Authorship author,
        Action action,
        String object,
        @Nullable String before,
        @Nullable String after,
        Outcome outcome,
        @Nullable String reason) {
    private static final int NAME = 255;
    private static final int LINE = 2_000;
    private static final int SENTENCES = 10_000;

    public Fact {
        requireNonNull(action, "action");
        requireNonNull(outcome, "outcome");
        author = new Authorship(
                StorableText.of(author.who(), NAME),
                author.address() == null ? null : StorableText.of(author.address(), NAME),
                author.request() == null ? null : StorableText.of(author.request(), LINE),
                null);
        object = StorableText.of(object, LINE);
        reason = reason == null ? null : StorableText.of(reason, SENTENCES);
    }

    /** The same, with the number of those like it that were left out ahead of it. */
    public Fact after(long leftOut) {
        String more = leftOut + " more since the last such entry were left out";
        return new Fact(author, action, object, before, after, outcome, reason == null ? more : reason + "; " + more);
    }
}
