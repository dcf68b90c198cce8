package org.droveway.agent.relay;

import java.util.Optional;

/** The procedures of libvirt's remote program that a migration needs; nothing else passes. */
enum Procedure {
    OPEN(1, Procedure.SMALL),
    CLOSE(2, Procedure.SMALL),
    SUPPORTS_FEATURE(60, Procedure.SMALL),
    AUTH_LIST(66, Procedure.SMALL),
    PREPARE(303, Procedure.LARGE),
    FINISH(306, Procedure.LARGE),
    REGISTER_CLOSE_CALLBACK(360, Procedure.SMALL),
    UNREGISTER_CLOSE_CALLBACK(361, Procedure.SMALL);

    /** Messages without XML. */
    static final int SMALL = 4 << 10;

    /** Messages with a domain's XML and libvirt's cookies: real ones have some ten kilobytes. */
    static final int LARGE = 1 << 20;

    /** What the server tells without being asked: the connection to the hypervisor closed. */
    static final int EVENT_CLOSED = 362;

    private final int number;
    private final int longestCall;

    Procedure(int number, int longestCall) {
        this.number = number;
        this.longestCall = longestCall;
    }

    int number() {
        return number;
    }

    int longestCall() {
        return longestCall;
    }

    static Optional<Procedure> of(int number) {
        for (Procedure procedure : values()) {
            if (procedure.number == number) {
                return Optional.of(procedure);
            }
        }
        return Optional.empty();
    }
}
