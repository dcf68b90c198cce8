package org.droveway.agent.relay;

import java.util.ArrayList;
import java.util.List;

/** Cuts a stream into messages. Nothing is reserved for a message before its header is known to be allowed that length. */
final class RpcFramer {
    /** Decides from the header alone how long a message may be. */
    interface Limit {
        /** Longest message in bytes; throws if the message is not allowed at all. */
        int of(RpcHeader header) throws RelayViolation;
    }

    private final Limit limit;
    private byte[] head = new byte[RpcHeader.SIZE];
    private byte[] body = new byte[0];
    private int headFilled;
    private int bodyFilled;

    RpcFramer(Limit limit) {
        this.limit = limit;
    }

    /** Takes bytes in, gives the messages that are whole now. After a violation the framer must not be used any more. */
    List<RpcFrame> feed(byte[] bytes, int count) throws RelayViolation {
        List<RpcFrame> frames = new ArrayList<>();
        int from = 0;
        while (from < count) {
            from += headFilled < RpcHeader.SIZE ? fillHead(bytes, from, count) : fillBody(bytes, from, count);
            if (headFilled == RpcHeader.SIZE && bodyFilled == body.length) {
                frames.add(new RpcFrame(RpcHeader.read(head), head, body));
                reset();
            }
        }
        return frames;
    }

    /** Whether a message has begun and is not whole. */
    boolean midMessage() {
        return headFilled > 0;
    }

    private int fillHead(byte[] bytes, int from, int count) throws RelayViolation {
        int taken = Math.min(RpcHeader.SIZE - headFilled, count - from);
        System.arraycopy(bytes, from, head, headFilled, taken);
        headFilled += taken;
        if (headFilled == RpcHeader.SIZE) {
            body = new byte[checkedLength(RpcHeader.read(head)) - RpcHeader.SIZE];
        }
        return taken;
    }

    private int fillBody(byte[] bytes, int from, int count) {
        int taken = Math.min(body.length - bodyFilled, count - from);
        System.arraycopy(bytes, from, body, bodyFilled, taken);
        bodyFilled += taken;
        return taken;
    }

    private int checkedLength(RpcHeader header) throws RelayViolation {
        int longest = limit.of(header);
        if (header.length() < RpcHeader.SIZE || header.length() > longest) {
            throw new RelayViolation(
                    header.procedure(),
                    "message of " + Integer.toUnsignedString(header.length()) + " bytes, needed " + RpcHeader.SIZE
                            + " to " + longest);
        }
        return header.length();
    }

    private void reset() {
        head = new byte[RpcHeader.SIZE];
        body = new byte[0];
        headFilled = 0;
        bodyFilled = 0;
    }
}
