package org.droveway.cli.engine;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An API token.
 *
 * @param name who or what it was made for; null: not said
 * @param token the secret itself: only in the answer that created it
 * @param cluster where hosts that enrol with it join
 */
public record Token(
        String id,
        @Nullable String name,
        @Nullable String token,
        String role,
        @Nullable String cluster,
        @Nullable Instant created,
        @Nullable Instant expires) {}
