package org.droveway.agent.identity;

/** Keys or certificates that this host cannot use; the message says what was found, what was needed and what to do. */
public final class UntrustedIdentityException extends Exception {
    public UntrustedIdentityException(String message) {
        super(message);
    }

    public UntrustedIdentityException(String message, Throwable cause) {
        super(message, cause);
    }
}
