package org.droveway.agent.libvirt;

import static java.util.Objects.requireNonNull;

/** libvirt did not do what was asked. */
public final class HypervisorException extends Exception {
    private static final long serialVersionUID = 1L;

    /** What callers must tell apart. */
    public enum Kind {
        /** There is no such domain. */
        NO_DOMAIN,
        /** The migration was cancelled, libvirt's VIR_ERR_OPERATION_ABORTED. */
        ABORTED,
        /** The daemon does not answer: nothing is known about what it did. */
        UNREACHABLE,
        /** Everything else: libvirt answered and refused. */
        REFUSED
    }

    private final Kind kind;

    public HypervisorException(Kind kind, String message) {
        super(message);
        this.kind = requireNonNull(kind, "kind");
    }

    public HypervisorException(Kind kind, String message, Throwable cause) {
        super(message, cause);
        this.kind = requireNonNull(kind, "kind");
    }

    /** Why. */
    public Kind kind() {
        return kind;
    }
}
