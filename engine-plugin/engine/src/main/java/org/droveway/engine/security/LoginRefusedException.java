package org.droveway.engine.security;

import static java.util.Objects.requireNonNull;

import java.time.Duration;

/** Nobody is let in by this name and password, or not yet. */
public class LoginRefusedException extends RuntimeException {
    private final Duration wait;

    LoginRefusedException(String message, Duration wait) {
        super(message);
        this.wait = requireNonNull(wait, "wait");
    }

    /** After which time another try is looked at; zero: at once. */
    public Duration retryAfter() {
        return wait;
    }
}
