package org.droveway.protocol.permit;

/** A permit that the engine did not sign, or that cannot be read. */
public final class InvalidPermitException extends RuntimeException {
    public InvalidPermitException(String message) {
        super(message);
    }

    public InvalidPermitException(String message, Throwable cause) {
        super(message, cause);
    }
}
