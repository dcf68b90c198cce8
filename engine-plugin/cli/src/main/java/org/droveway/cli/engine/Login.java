package org.droveway.cli.engine;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A session that was opened, with its token. */
public record Login(
        String id,
        String user,
        String token,
        String role,
        List<String> permissions,
        @Nullable Instant expires) {}
