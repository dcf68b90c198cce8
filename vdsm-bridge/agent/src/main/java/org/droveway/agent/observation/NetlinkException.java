package org.droveway.agent.observation;

import java.io.IOException;

/** The kernel answers a question with an error. */
final class NetlinkException extends IOException {
    private static final long serialVersionUID = 1L;

    private final int number;

    /** @param number the kernel's errno, for example 101 (ENETUNREACH) */
    NetlinkException(int number) {
        super("rtnetlink: error " + number);
        this.number = number;
    }

    int number() {
        return number;
    }
}
