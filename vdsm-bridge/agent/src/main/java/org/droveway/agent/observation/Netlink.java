package org.droveway.agent.observation;

import com.sun.jna.LastErrorException;
import com.sun.jna.Native;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/** One conversation with the kernel over netlink: a request and all messages of its answer. */
final class Netlink {
    /** Interfaces, addresses, routes. */
    static final int ROUTE = 0;

    /** Sockets. */
    static final int SOCK_DIAG = 4;

    private static final int AF_NETLINK = 16;
    private static final int SOCK_RAW_CLOEXEC = 3 | 0x80000;
    private static final int LONGEST_DATAGRAM = 64 * 1024;

    static {
        Native.register(Netlink.class, "c");
    }

    private Netlink() {}

    private static native int socket(int domain, int type, int protocol) throws LastErrorException;

    private static native long send(int socket, byte[] content, long length, int flags) throws LastErrorException;

    private static native long recv(int socket, byte[] content, long length, int flags) throws LastErrorException;

    private static native int close(int socket);

    /**
     * Asks one of the kernel's families.
     *
     * @throws IOException if the kernel refuses
     */
    static List<NetlinkMessage> ask(int family, byte[] request) throws IOException {
        try {
            int socket = socket(AF_NETLINK, SOCK_RAW_CLOEXEC, family);
            try {
                send(socket, request, request.length, 0);
                return answer(socket);
            } finally {
                close(socket);
            }
        } catch (LastErrorException e) {
            throw new IOException("netlink: " + e.getMessage(), e);
        }
    }

    private static List<NetlinkMessage> answer(int socket) throws IOException {
        List<NetlinkMessage> messages = new ArrayList<>();
        byte[] datagram = new byte[LONGEST_DATAGRAM];
        boolean more = true;
        while (more) {
            int length = (int) recv(socket, datagram, datagram.length, 0);
            more = NetlinkMessage.parse(
                    ByteBuffer.wrap(datagram.clone(), 0, length).order(ByteOrder.nativeOrder()), messages);
        }
        return messages;
    }
}
