package org.droveway.agent.firewall;

/** The kernel or libnftables did not do what was asked; the message is theirs. Nothing was changed. */
public final class FirewallException extends RuntimeException {
    public FirewallException(String message) {
        super(message);
    }

    public FirewallException(String message, Throwable cause) {
        super(message, cause);
    }
}
