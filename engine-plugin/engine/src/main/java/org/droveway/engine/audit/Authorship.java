package org.droveway.engine.audit;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/**
 * Who acts, and how it came in.
 *
 * @param who holder of the token or user, {@code anonymous}, or {@code engine} for what nobody asked for
 * @param address where the request came from; null: from inside
 * @param request method and path below the API's root; null: no request
 * @param reason why, if whoever asked said so
 */
public record Authorship(
        String who,
        @Nullable String address,
        @Nullable String request,
        @Nullable String reason) {
    /** What the engine does by itself, and what agents report. */
    public static final Authorship ENGINE = new Authorship("engine", null, null, null);

    public Authorship {
        requireNonNull(who, "who");
    }
}
