package org.droveway.engine.inventory;

/** Told of changes, one at a time for each host, after {@link Inventory} already answers with them. */
@FunctionalInterface
public interface InventoryListener {
    /** Must return soon; an exception from it is the platform's to log, and does not keep others from being told. */
    void changed(InventoryChange change);
}
