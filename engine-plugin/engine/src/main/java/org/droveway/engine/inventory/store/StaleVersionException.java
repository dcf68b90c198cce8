package org.droveway.engine.inventory.store;

/** The object was changed since the caller read it. */
public final class StaleVersionException extends RuntimeException {
    private static final long serialVersionUID = 1;

    StaleVersionException(String object, long found, long needed) {
        this(object, Long.toString(found), Long.toString(needed));
    }

    /**
     * The object has another version.
     *
     * @param found the version that the caller named
     * @param needed the version that it has
     */
    public StaleVersionException(String object, String found, String needed) {
        super(object + " was changed meanwhile: version " + found + " was named, it is " + needed
                + " now; read it again and decide again");
    }
}
