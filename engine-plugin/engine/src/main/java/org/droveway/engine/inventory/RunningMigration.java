package org.droveway.engine.inventory;

import static java.util.Objects.requireNonNull;

import java.util.UUID;

/** A migration that has not ended, as far as planning another one needs it. */
public record RunningMigration(UUID id, UUID vm, String from, String to) {
    public RunningMigration {
        requireNonNull(id, "id");
        requireNonNull(vm, "vm");
        requireNonNull(from, "from");
        requireNonNull(to, "to");
    }

    /** Whether the host is one of its two ends. */
    public boolean touches(String host) {
        return from.equals(host) || to.equals(host);
    }
}
