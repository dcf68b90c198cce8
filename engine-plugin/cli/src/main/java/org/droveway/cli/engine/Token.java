package org.droveway.cli.engine;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An API token.
 *
 * @param name who or what it was made for; null: not said
 * @param token the secret itself: only in the answer that created it
 * @param permissions beside what the role allows by itself
 * @param cluster where hosts that enrol with it join
 * @param user whose session it is; null: nobody's
 */
public record Token(
        String id,
        @Nullable String name,
        @Nullable String token,
        String role,
        List<String> permissions,
        @Nullable String cluster,
        @Nullable String user,
        @Nullable Instant created,
        @Nullable Instant expires) {}
