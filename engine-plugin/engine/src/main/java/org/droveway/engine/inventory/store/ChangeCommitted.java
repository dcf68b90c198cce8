package org.droveway.engine.inventory.store;

import static java.util.Objects.requireNonNull;

import org.droveway.engine.inventory.ObjectChanged;

/** A change whose transaction is committed; told one at a time, in the order of commits, on a thread of its own. */
public record ChangeCommitted(ObjectChanged.Kind kind, String name) {
    public ChangeCommitted {
        requireNonNull(kind, "kind");
        requireNonNull(name, "name");
    }
}
