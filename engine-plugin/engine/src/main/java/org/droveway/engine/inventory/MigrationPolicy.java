package org.droveway.engine.inventory;

import static java.util.Objects.requireNonNull;

import org.droveway.protocol.Security;
import org.jspecify.annotations.Nullable;

/**
 * What a data center demands of migrations.
 *
 * @param text as the administrator set it, for example {@code secure,network=10.1.2.0/24}
 * @param network null when the policy names none
 */
public record MigrationPolicy(
        String text, Security type, @Nullable PolicyNetwork network) {
    public MigrationPolicy {
        requireNonNull(text, "text");
        requireNonNull(type, "type");
    }
}
