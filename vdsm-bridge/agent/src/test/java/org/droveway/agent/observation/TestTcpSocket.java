package org.droveway.agent.observation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import org.droveway.agent.testing.Ip;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TestTcpSocket {
    private static final String HEADING =
            "  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode";

    private static TcpSocket one(String line) {
        return TcpSocket.parse(List.of(HEADING, line)).get(0);
    }

    @Test
    void readsIpv4() {
        TcpSocket socket = one(
                "   3: 0C003E0A:EE48 0B003E0A:9C40 01 00000000:00000000 00:00000000 00000000     0        0 12345 1");
        assertThat(socket).isEqualTo(new TcpSocket(Ip.of("10.62.0.12"), 61000, Ip.of("10.62.0.11"), 40000, 1));
    }

    @Test
    void readsIpv6() {
        TcpSocket socket = one(
                "   0: 000000FD000000000000000012000000:EE48 000000FD000000000000000011000000:9C40 01 00000000:00000000 00:00000000");
        assertThat(socket.local()).isEqualTo(Ip.of("fd00::12"));
        assertThat(socket.remote()).isEqualTo(Ip.of("fd00::11"));
    }

    @Test
    void readsMappedIpv4AsIpv4() {
        TcpSocket socket = one(
                "   0: 0000000000000000FFFF00000C003E0A:EE48 0000000000000000FFFF00000B003E0A:9C40 01 00000000:00000000 00:00000000");
        assertThat(socket.local()).isEqualTo(Ip.of("10.62.0.12"));
    }

    @ParameterizedTest
    @CsvSource({
        "01,true",
        "02,false",
        "03,false",
        "04,true",
        "05,true",
        "06,false",
        "07,false",
        "08,true",
        "09,true",
        "0A,false",
        "0B,true",
        "0C,false"
    })
    void knowsWhatIsConnected(String state, boolean connected) {
        assertThat(one("   3: 0C003E0A:EE48 0B003E0A:9C40 " + state + " 0:0 0:0 0")
                        .connected())
                .isEqualTo(connected);
    }

    @Test
    void findsARealConnection() throws IOException {
        try (ServerSocket server = new ServerSocket(0, 1, Ip.of("127.0.0.1"));
                Socket client = new Socket(Ip.of("127.0.0.1"), server.getLocalPort())) {
            assertThat(SocketTable.ofProc()).anySatisfy(socket -> {
                assertThat(socket.localPort()).isEqualTo(client.getLocalPort());
                assertThat(socket.remotePort()).isEqualTo(server.getLocalPort());
                assertThat(socket.connected()).isTrue();
            });
        }
    }
}
