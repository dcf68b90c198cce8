package org.droveway.agent.observation;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** TCP sockets with what each of them carried, through the kernel's sock_diag. */
final class SocketDiag {
    private static final int BY_FAMILY = 20;
    private static final int REQUEST_LENGTH = 56;
    private static final int IPPROTO_TCP = 6;
    private static final int FIXED_PART = 72;

    /** INET_DIAG_INFO: the attribute that holds {@code struct tcp_info}, and where in it the two counters are. */
    private static final int INFO = 2;

    private static final int BYTES_ACKED = 120;
    private static final int BYTES_RECEIVED = 128;

    private SocketDiag() {}

    /**
     * The connected ones, IPv4 and IPv6.
     *
     * @throws IOException if the kernel cannot do this
     */
    static List<TcpSocket> list() throws IOException {
        List<TcpSocket> sockets = new ArrayList<>();
        for (Family family : Family.values()) {
            byte[] request = NetlinkMessage.request(BY_FAMILY, NetlinkMessage.DUMP, request(family));
            Netlink.ask(Netlink.SOCK_DIAG, request).stream()
                    .filter(message -> message.type() == BY_FAMILY)
                    .map(SocketDiag::parse)
                    .forEach(sockets::add);
        }
        return sockets;
    }

    /** {@code struct inet_diag_req_v2}: connected TCP sockets of the family, with their tcp_info. */
    private static byte[] request(Family family) {
        return ByteBuffer.allocate(REQUEST_LENGTH)
                .order(ByteOrder.nativeOrder())
                .put((byte) family.number)
                .put((byte) IPPROTO_TCP)
                .put((byte) (1 << (INFO - 1)))
                .put((byte) 0)
                .putInt(TcpSocket.CONNECTED.stream()
                        .mapToInt(state -> 1 << state)
                        .sum())
                .array();
    }

    /** Reads a {@code struct inet_diag_msg} and the attributes behind it. */
    static TcpSocket parse(NetlinkMessage message) {
        ByteBuffer body = message.body();
        int length = body.get(0) == Family.IPV4.number ? 4 : 16;
        ByteBuffer info = message.attributes(FIXED_PART).get(INFO);
        return new TcpSocket(
                address(body, 8, length),
                port(body, 4),
                address(body, 24, length),
                port(body, 6),
                body.get(1),
                counter(info, BYTES_ACKED),
                counter(info, BYTES_RECEIVED));
    }

    /** Older kernels have a shorter structure. */
    private static @Nullable Long counter(@Nullable ByteBuffer info, int at) {
        return info == null || info.limit() < at + Long.BYTES ? null : info.getLong(at);
    }

    private static int port(ByteBuffer body, int at) {
        return Byte.toUnsignedInt(body.get(at)) << 8 | Byte.toUnsignedInt(body.get(at + 1));
    }

    private static InetAddress address(ByteBuffer body, int at, int length) {
        byte[] bytes = new byte[length];
        body.get(at, bytes);
        try {
            return InetAddress.getByAddress(bytes);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("the kernel lists an address of " + length + " bytes", e);
        }
    }

    private enum Family {
        IPV4(2),
        IPV6(10);

        private final int number;

        Family(int number) {
            this.number = number;
        }
    }
}
