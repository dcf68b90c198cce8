package org.droveway.engine.security;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A token that is wanted.
 *
 * @param name who or what it is for; null: not said
 * @param lifetime null: it does not expire
 * @param cluster exactly with role ENROLMENT
 * @param user whose session it is; null: nobody's
 */
public record TokenOrder(
        @Nullable String name,
        Rights rights,
        @Nullable Duration lifetime,
        @Nullable String cluster,
        @Nullable String user) {
    public TokenOrder {
        requireNonNull(rights, "rights");
    }
}
