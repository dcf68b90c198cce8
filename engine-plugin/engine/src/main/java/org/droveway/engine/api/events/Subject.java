package org.droveway.engine.api.events;

import static java.util.Objects.requireNonNull;

import org.droveway.engine.inventory.ObjectChanged;
import org.droveway.engine.inventory.Words;

/** An object that events are about; VMs and migrations by their UUID. */
record Subject(ObjectChanged.Kind kind, String name) {
    Subject {
        requireNonNull(kind, "kind");
        requireNonNull(name, "name");
    }

    /** The kind as the stream names it. */
    String word() {
        return Words.of(kind);
    }
}
