package org.droveway.engine.security;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Set;

/**
 * A person who logs in by name and password.
 *
 * @param permissions beside what the role allows by itself
 */
public record User(String name, Role role, Set<Permission> permissions, Instant created) {
    public User {
        requireNonNull(name, "name");
        requireNonNull(role, "role");
        requireNonNull(created, "created");
        permissions = Set.copyOf(permissions);
    }
}
