package org.droveway.agent.libvirt;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.UUID;

/**
 * A domain changed.
 *
 * @param at when the agent heard of it
 * @param byMigration whether libvirt names a migration as the reason
 */
public record LifecycleEvent(UUID vm, Kind kind, boolean byMigration, Instant at) {
    /** What happened. */
    public enum Kind {
        DEFINED,
        UNDEFINED,
        STARTED,
        SUSPENDED,
        RESUMED,
        STOPPED,
        OTHER
    }

    public LifecycleEvent {
        requireNonNull(vm, "vm");
        requireNonNull(kind, "kind");
        requireNonNull(at, "at");
    }
}
