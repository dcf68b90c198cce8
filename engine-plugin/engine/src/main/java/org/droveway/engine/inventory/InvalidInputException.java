package org.droveway.engine.inventory;

/** What was asked for makes no sense; the message names what was found and what is needed. */
public final class InvalidInputException extends RuntimeException {
    public InvalidInputException(String message) {
        super(message);
    }

    public InvalidInputException(String message, Throwable cause) {
        super(message, cause);
    }
}
