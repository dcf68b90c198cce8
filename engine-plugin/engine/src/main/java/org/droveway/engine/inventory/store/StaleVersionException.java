package org.droveway.engine.inventory.store;

/** The object was changed since the caller read it. */
public final class StaleVersionException extends RuntimeException {
    private static final long serialVersionUID = 1;

    StaleVersionException(String object, long found, long needed) {
        super(object + " was changed meanwhile: version " + found + " was named, it is " + needed
                + " now; read it again and decide again");
    }
}
