package org.droveway.engine.security;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A token without its secret, which only its holder has.
 *
 * @param name who or what it was made for; null: not said
 * @param cluster which cluster hosts join by it; exactly with role ENROLMENT
 * @param permissions beside what the role allows by itself
 * @param user whose session it is; null: nobody's
 * @param expires null: never
 */
public record Token(
        UUID id,
        @Nullable String name,
        Role role,
        @Nullable String cluster,
        Set<Permission> permissions,
        @Nullable String user,
        Instant created,
        @Nullable Instant expires) {
    public Token {
        requireNonNull(id, "id");
        requireNonNull(role, "role");
        requireNonNull(created, "created");
        permissions = Set.copyOf(permissions);
        if ((role == Role.ENROLMENT) != (cluster != null)) {
            throw new IllegalArgumentException("a token has a cluster exactly when its role is enrolment");
        }
    }

    /** Its holder for people: the name with the role, or, without a name, the role with the beginning of the id. */
    public String holder() {
        return name == null
                ? role.word() + " (token " + id.toString().substring(0, 8) + ")"
                : name + " (" + role.word() + ")";
    }

    /** Whether it is still good. */
    public boolean isValidAt(Instant now) {
        return expires == null || now.isBefore(expires);
    }
}
