package org.droveway.agent.observation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import org.droveway.agent.testing.Ip;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TestSocketDiag {
    private static final int BYTES = 100_000;

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "::1"})
    void bothEndsSayWhatWentOverTheConnection(String address) throws IOException {
        InetAddress loopback = Ip.of(address);
        try (ServerSocket server = new ServerSocket(0, 1, loopback);
                Socket client = new Socket(loopback, server.getLocalPort());
                Socket accepted = server.accept()) {
            client.getOutputStream().write(new byte[BYTES]);
            assertThat(accepted.getInputStream().readNBytes(BYTES)).hasSize(BYTES);

            List<TcpSocket> sockets = SocketTable.ofKernel();

            // The SYN counts as one byte that was acknowledged.
            assertThat(between(sockets, client.getLocalPort(), server.getLocalPort())
                            .sentBytes())
                    .isBetween((long) BYTES, BYTES + 1L);
            assertThat(between(sockets, server.getLocalPort(), client.getLocalPort())
                            .receivedBytes())
                    .isEqualTo(BYTES);
        }
    }

    @Test
    void listenersAreLeftOut() throws IOException {
        try (ServerSocket server = new ServerSocket(0, 1, Ip.of("127.0.0.1"))) {
            assertThat(SocketDiag.list()).noneMatch(socket -> socket.localPort() == server.getLocalPort());
        }
    }

    @Test
    void aKernelThatDoesNotCountLeavesTheBytesOut() {
        ByteBuffer body = ByteBuffer.allocate(72).order(ByteOrder.nativeOrder());
        body.put(0, (byte) 2).put(1, (byte) 1);
        body.put(4, (byte) 0xee).put(5, (byte) 0x48).put(6, (byte) 0x9c).put(7, (byte) 0x40);
        body.put(8, new byte[] {10, 62, 0, 12}).put(24, new byte[] {10, 62, 0, 11});
        assertThat(SocketDiag.parse(new NetlinkMessage(20, body)))
                .isEqualTo(new TcpSocket(Ip.of("10.62.0.12"), 61000, Ip.of("10.62.0.11"), 40000, 1, null, null));
    }

    private static TcpSocket between(List<TcpSocket> sockets, int localPort, int remotePort) {
        return sockets.stream()
                .filter(socket -> socket.localPort() == localPort && socket.remotePort() == remotePort)
                .findFirst()
                .orElseThrow();
    }
}
