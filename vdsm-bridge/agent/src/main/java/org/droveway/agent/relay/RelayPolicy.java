package org.droveway.agent.relay;

import java.util.HashMap;
import java.util.Map;

/** Decides message by message what passes on one control connection. Pure; one thread at a time. */
final class RelayPolicy {
    private static final int MOST_OUTSTANDING = 16;
    private static final int KEEPALIVE_PING = 1;
    private static final int KEEPALIVE_PONG = 2;

    private final RelayContract contract;
    private final MigrationArguments arguments;
    private final Map<Integer, Integer> outstanding = new HashMap<>();
    private boolean prepared;

    RelayPolicy(RelayContract contract) {
        this.contract = contract;
        this.arguments = new MigrationArguments(contract);
    }

    /** Longest message that the source's libvirtd may send with this header. */
    static int callLimit(RpcHeader header) throws RelayViolation {
        checkProgram(header);
        if (header.keepalive()) {
            return keepaliveLimit(header);
        }
        if (header.type() != RpcHeader.TYPE_CALL || header.status() != RpcHeader.STATUS_OK) {
            throw refuse(header, "type " + header.type() + " and status " + header.status() + ", needed a call");
        }
        return Procedure.of(header.procedure())
                .map(Procedure::longestCall)
                .orElseThrow(() -> refuse(header, "not a procedure that a migration needs"));
    }

    /** Longest message that the destination's libvirtd may send with this header. */
    static int replyLimit(RpcHeader header) throws RelayViolation {
        checkProgram(header);
        if (header.keepalive()) {
            return keepaliveLimit(header);
        }
        if (header.type() == RpcHeader.TYPE_MESSAGE && header.procedure() == Procedure.EVENT_CLOSED) {
            return Procedure.SMALL;
        }
        if (header.type() != RpcHeader.TYPE_REPLY) {
            throw refuse(header, "type " + header.type() + ", needed a reply");
        }
        return Procedure.LARGE;
    }

    /** Checks a whole message from the source's libvirtd. */
    void checkCall(RpcFrame frame) throws RelayViolation {
        RpcHeader header = frame.header();
        if (header.keepalive()) {
            return;
        }
        Procedure procedure = Procedure.of(header.procedure())
                .orElseThrow(() -> refuse(header, "not a procedure that a migration needs"));
        checkArguments(procedure, frame.payload());
        if (outstanding.size() >= MOST_OUTSTANDING || outstanding.put(header.serial(), header.procedure()) != null) {
            throw refuse(header, "too many calls at once, or the serial " + header.serial() + " twice");
        }
    }

    /** Checks a whole message from the destination's libvirtd. */
    void checkReply(RpcFrame frame) throws RelayViolation {
        RpcHeader header = frame.header();
        if (header.type() == RpcHeader.TYPE_MESSAGE) {
            return;
        }
        Integer called = outstanding.remove(header.serial());
        if (called == null || called != header.procedure()) {
            throw refuse(header, "a reply to the serial " + header.serial() + ", which was not called");
        }
    }

    private void checkArguments(Procedure procedure, XdrReader payload) throws RelayViolation {
        switch (procedure) {
            case OPEN -> checkOpen(payload);
            case SUPPORTS_FEATURE -> {
                payload.word();
                payload.end();
            }
            case PREPARE -> {
                if (prepared) {
                    throw payload.violation("a second Prepare");
                }
                arguments.checkPrepare(payload);
                prepared = true;
            }
            case FINISH -> {
                if (!prepared) {
                    throw payload.violation("Finish without Prepare");
                }
                arguments.checkFinish(payload);
            }
            case CLOSE, AUTH_LIST, REGISTER_CLOSE_CALLBACK, UNREGISTER_CLOSE_CALLBACK -> payload.end();
        }
    }

    private void checkOpen(XdrReader payload) throws RelayViolation {
        String name = payload.optionalString();
        int flags = payload.word();
        payload.end();
        if (!contract.libvirtUri().equals(name) || flags != 0) {
            throw payload.violation("open " + name + " with flags " + flags + ", needed " + contract.libvirtUri());
        }
    }

    private static void checkProgram(RpcHeader header) throws RelayViolation {
        boolean known = header.program() == RpcHeader.PROGRAM_REMOTE || header.program() == RpcHeader.PROGRAM_KEEPALIVE;
        if (!known || header.version() != RpcHeader.VERSION) {
            throw refuse(
                    header,
                    "program 0x" + Integer.toHexString(header.program()) + " version " + header.version()
                            + ", needed 0x20008086 or keepalive, version 1");
        }
    }

    private static int keepaliveLimit(RpcHeader header) throws RelayViolation {
        boolean known = header.procedure() == KEEPALIVE_PING || header.procedure() == KEEPALIVE_PONG;
        if (!known || header.type() != RpcHeader.TYPE_MESSAGE || header.status() != RpcHeader.STATUS_OK) {
            throw refuse(header, "not a keepalive ping or pong");
        }
        return RpcHeader.SIZE;
    }

    private static RelayViolation refuse(RpcHeader header, String why) {
        return new RelayViolation(
                header.procedure(), "procedure " + Integer.toUnsignedString(header.procedure()) + ": " + why);
    }
}
