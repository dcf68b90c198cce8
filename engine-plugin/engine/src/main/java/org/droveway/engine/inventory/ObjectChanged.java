package org.droveway.engine.inventory;

import static java.util.Objects.requireNonNull;

/** Says that an object was made, changed or removed; fired inside the transaction, to be looked at after it. */
public record ObjectChanged(Kind kind, String name) {
    /** Kinds of objects, named as the event stream names them. */
    public enum Kind {
        DATACENTER,
        CLUSTER,
        NETWORK,
        HOST,
        VM,
        MIGRATION
    }

    public ObjectChanged {
        requireNonNull(kind, "kind");
        requireNonNull(name, "name");
    }
}
