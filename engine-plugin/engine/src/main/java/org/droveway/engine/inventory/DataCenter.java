package org.droveway.engine.inventory;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/**
 * The top scope; it owns the migration policy.
 *
 * @param migration null while none is set
 * @param policyVersion grows with every change that a plan could depend on; permits carry it
 */
public record DataCenter(String name, @Nullable MigrationPolicy migration, long policyVersion) {
    public DataCenter {
        requireNonNull(name, "name");
    }
}
