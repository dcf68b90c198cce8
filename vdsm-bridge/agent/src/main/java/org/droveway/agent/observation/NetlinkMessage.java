package org.droveway.agent.observation;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A message of rtnetlink.
 *
 * @param type for example RTM_NEWLINK
 * @param body the fixed part and the attributes
 */
record NetlinkMessage(int type, ByteBuffer body) {
    static final int NEW_LINK = 16;
    static final int GET_LINK = 18;
    static final int NEW_ADDRESS = 20;
    static final int GET_ADDRESS = 22;
    static final int NEW_ROUTE = 24;
    static final int GET_ROUTE = 26;
    static final int REQUEST = 1;
    static final int DUMP = 0x300;

    private static final int HEADER = 16;
    private static final int MULTI = 2;
    private static final int ERROR = 2;
    private static final int DONE = 3;

    /**
     * Adds the datagram's messages.
     *
     * @return whether another datagram follows
     * @throws IOException if the kernel answers with an error, or nonsense
     */
    static boolean parse(ByteBuffer datagram, List<NetlinkMessage> messages) throws IOException {
        boolean more = true;
        while (datagram.remaining() >= HEADER) {
            int start = datagram.position();
            int length = datagram.getInt();
            int type = Short.toUnsignedInt(datagram.getShort());
            int flags = datagram.getShort();
            if (length < HEADER || length > datagram.limit() - start) {
                throw new IOException(
                        "rtnetlink: a message of " + length + " bytes in a datagram of " + datagram.limit());
            }
            ByteBuffer body = slice(datagram, start + HEADER, length - HEADER);
            if (type == ERROR && body.getInt(0) != 0) {
                throw new NetlinkException(-body.getInt(0));
            }
            if (type == DONE || type == ERROR) {
                return false;
            }
            messages.add(new NetlinkMessage(type, body));
            more = (flags & MULTI) != 0;
            datagram.position(Math.min(start + align(length), datagram.limit()));
        }
        return more;
    }

    /** A request with this body. */
    static byte[] request(int type, int flags, byte[] body) {
        return ByteBuffer.allocate(HEADER + body.length)
                .order(ByteOrder.nativeOrder())
                .putInt(HEADER + body.length)
                .putShort((short) type)
                .putShort((short) (REQUEST | flags))
                .putInt(1)
                .putInt(0)
                .put(body)
                .array();
    }

    /** Attributes by their type, which follow a fixed part of so many bytes. */
    Map<Integer, ByteBuffer> attributes(int fixed) {
        Map<Integer, ByteBuffer> attributes = new HashMap<>();
        int at = fixed;
        while (at + 4 <= body.limit()) {
            int length = Short.toUnsignedInt(body.getShort(at));
            int type = body.getShort(at + 2) & 0x3fff;
            if (length < 4 || at + length > body.limit()) {
                break;
            }
            attributes.put(type, slice(body, at + 4, length - 4));
            at += align(length);
        }
        return attributes;
    }

    private static ByteBuffer slice(ByteBuffer buffer, int from, int length) {
        return buffer.slice(from, length).order(ByteOrder.nativeOrder());
    }

    static int align(int length) {
        return (length + 3) & ~3;
    }
}
