package org.droveway.agent.lease;

/** Every port of the pool is leased or in use. */
public final class NoFreePortException extends RuntimeException {
    public NoFreePortException(String message) {
        super(message);
    }
}
