package org.droveway.cli.engine;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the audit.
 *
 * @param from address of whoever asked; null: the engine itself
 * @param before JSON, as text
 * @param after JSON, as text
 */
public record AuditEntry(
        long sequence,
        Instant at,
        String who,
        @Nullable String from,
        @Nullable String request,
        String action,
        String object,
        @Nullable String before,
        @Nullable String after,
        String outcome,
        @Nullable String reason,
        String previous,
        String hash) {}
