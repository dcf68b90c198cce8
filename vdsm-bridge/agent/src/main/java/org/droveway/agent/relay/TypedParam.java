package org.droveway.agent.relay;

import static java.util.Objects.requireNonNull;

/**
 * A typed parameter of libvirt's wire protocol.
 *
 * @param type libvirt's type number
 * @param value a String, or a Long with the bits of any number
 */
record TypedParam(String name, int type, Object value) {
    static final int INT = 1;
    static final int UINT = 2;
    static final int LLONG = 3;
    static final int ULLONG = 4;
    static final int DOUBLE = 5;
    static final int BOOLEAN = 6;
    static final int STRING = 7;

    TypedParam {
        requireNonNull(name, "name");
        requireNonNull(value, "value");
    }
}
