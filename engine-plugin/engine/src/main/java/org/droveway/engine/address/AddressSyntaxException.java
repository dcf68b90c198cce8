package org.droveway.engine.address;

/** A text that is not an address or not a CIDR; the message says what is wrong and what would be right. */
public final class AddressSyntaxException extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    public AddressSyntaxException(String message) {
        super(message);
    }
}
