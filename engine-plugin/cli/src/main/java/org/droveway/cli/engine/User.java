package org.droveway.cli.engine;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A person who logs in by name and password.
 *
 * @param password only in the answer that made the user, if it was generated
 */
public record User(
        String name,
        String role,
        List<String> permissions,
        @Nullable Instant created,
        @Nullable String password) {}
