package org.droveway.engine.inventory.store;

import static java.util.Objects.requireNonNull;

import org.droveway.engine.inventory.ObjectChanged.Kind;

/**
 * Says, inside the transaction and ahead of it, that an object goes: whoever keeps something that goes with it removes that now.
 * The database would do it too, but unseen by the audit.
 */
public record ObjectRemoving(Kind kind, String name) {
    public ObjectRemoving {
        requireNonNull(kind, "kind");
        requireNonNull(name, "name");
    }

    /** Whether it is this one. */
    public boolean is(Kind wanted) {
        return kind == wanted;
    }
}
