package org.droveway.engine.inventory;

import static java.util.Objects.requireNonNull;

/** A name that names nothing, or more than one thing. */
public final class UnknownObjectException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String kind;
    private final String name;

    public UnknownObjectException(String kind, String name) {
        this(kind, name, "there is no " + kind + " " + name);
    }

    public UnknownObjectException(String kind, String name, String message) {
        super(message);
        this.kind = requireNonNull(kind, "kind");
        this.name = requireNonNull(name, "name");
    }

    /** For example {@code host}. */
    public String kind() {
        return kind;
    }

    /** The name as it was given. */
    public String name() {
        return name;
    }
}
