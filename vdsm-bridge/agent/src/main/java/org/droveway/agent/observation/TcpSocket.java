package org.droveway.agent.observation;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A TCP socket.
 *
 * @param state the kernel's number
 * @param sentBytes of its stream, acknowledged by the other end; null where the kernel does not say
 * @param receivedBytes of its stream; null where the kernel does not say
 */
record TcpSocket(
        InetAddress local,
        int localPort,
        InetAddress remote,
        int remotePort,
        int state,
        @Nullable Long sentBytes,
        @Nullable Long receivedBytes) {
    /** Established, or closing after it was: not listening, half open or over. */
    static final Set<Integer> CONNECTED = Set.of(0x01, 0x04, 0x05, 0x08, 0x09, 0x0B);

    /** Of which nothing more is known. */
    TcpSocket(InetAddress local, int localPort, InetAddress remote, int remotePort, int state) {
        this(local, localPort, remote, remotePort, state, null, null);
    }

    boolean connected() {
        return CONNECTED.contains(state);
    }

    /** Reads the lines of {@code /proc/net/tcp} or {@code tcp6}, the heading included. */
    static List<TcpSocket> parse(List<String> lines) {
        return lines.stream().skip(1).map(TcpSocket::parse).toList();
    }

    private static TcpSocket parse(String line) {
        String[] fields = line.strip().split("\\s+", 5);
        String[] local = fields[1].split(":", 2);
        String[] remote = fields[2].split(":", 2);
        return new TcpSocket(
                address(local[0]),
                Integer.parseInt(local[1], 16),
                address(remote[0]),
                Integer.parseInt(remote[1], 16),
                Integer.parseInt(fields[3], 16));
    }

    /** The kernel prints words of 32 bits in its own byte order; Java turns mapped IPv4 addresses into IPv4. */
    private static InetAddress address(String hex) {
        ByteBuffer words = ByteBuffer.wrap(HexFormat.of().parseHex(hex));
        ByteBuffer bytes = ByteBuffer.allocate(words.capacity()).order(ByteOrder.nativeOrder());
        while (words.hasRemaining()) {
            bytes.putInt(words.getInt());
        }
        try {
            return InetAddress.getByAddress(bytes.array());
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("'" + hex + "' is not an address as the kernel prints it", e);
        }
    }
}
