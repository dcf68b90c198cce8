package org.droveway.agent.firewall;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.OutputStream;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Clock;
import java.util.HexFormat;
import java.util.Set;
import org.droveway.agent.config.PortPool;
import org.droveway.agent.testing.Ip;
import org.droveway.agent.testing.NetworkNamespace;
import org.droveway.protocol.host.HostMode;
import org.droveway.protocol.observe.StreamSecurity;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TestKernelStreams {
    private static final int PORT = 61000;
    private static final byte[] QEMU = "QEVM\0\0\0\3 and so on".getBytes(US_ASCII);
    private static final byte[] CLIENT_HELLO = HexFormat.of().parseHex("1603010200010001fc0303");
    private static final byte[] MULTIFD = HexFormat.of().parseHex("112233440000000100112233");
    private static final byte[] NBD_FLAGS = HexFormat.of().parseHex("00000003");
    private static final byte[] NBD_STARTTLS = nbdOption(5);
    private static final byte[] NBD_STRUCTURED_REPLY = nbdOption(8);
    private static final byte[] NBD_GO = nbdOption(7);
    private static final byte[] NBD_WRITE = HexFormat.of().parseHex("2560951300000001000000000000000000000000");
    private static final byte[] NONCE = HexFormat.of().parseHex("00112233445566778899aabbccddeeff");

    private final NetworkNamespace namespace = new NetworkNamespace();
    private Nftables nftables;
    private KernelStreams streams;

    @BeforeEach
    void open() {
        nftables = namespace.call(() -> {
            Nftables made = new Nftables();
            made.list("list tables");
            return made;
        });
        new KernelFirewall(nftables, new PortPool(61000, 61049), Clock.systemUTC()).apply(HostMode.ASSIST);
        streams = new KernelStreams(nftables);
    }

    private static byte[] nbdOption(int option) {
        return HexFormat.of().parseHex("49484156454f5054" + "%08x".formatted(option) + "00000000");
    }

    @AfterEach
    void close() {
        nftables.close();
        namespace.close();
    }

    /** One stream of these pieces; gives back the port it came from. */
    private int send(byte[]... pieces) {
        return namespace.call(() -> {
            try (ServerSocket server = new ServerSocket(PORT, 1, Ip.of("127.0.0.1"));
                    Socket client = new Socket(Ip.of("127.0.0.1"), PORT);
                    Socket accepted = server.accept()) {
                client.setTcpNoDelay(true);
                OutputStream out = client.getOutputStream();
                for (byte[] piece : pieces) {
                    out.write(piece);
                    accepted.getInputStream().readNBytes(piece.length);
                }
                return client.getLocalPort();
            }
        });
    }

    private StreamSecurity seen(Integer... sourcePorts) {
        return streams.seen(PORT, Set.of(sourcePorts));
    }

    @Test
    void aPlainStreamIsPlain() {
        streams.watch(PORT);
        assertThat(seen(send(QEMU))).isEqualTo(StreamSecurity.PLAIN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1603010200010001fc0303", "1603030200010001fc0303"})
    void anEncryptedStreamIsTls(String hello) {
        streams.watch(PORT);
        assertThat(seen(send(HexFormat.of().parseHex(hello)))).isEqualTo(StreamSecurity.TLS);
    }

    @Test
    void aFurtherPlainConnectionOfMultifdIsPlain() {
        streams.watch(PORT);
        assertThat(seen(send(CLIENT_HELLO), send(MULTIFD))).isEqualTo(StreamSecurity.PLAIN);
    }

    @Test
    void nbdThatStartsTlsBehindItsGreetingIsTls() {
        streams.watch(PORT);
        assertThat(seen(send(NBD_FLAGS, NBD_STARTTLS, CLIENT_HELLO, NBD_WRITE))).isEqualTo(StreamSecurity.TLS);
    }

    @Test
    void nbdThatAsksForTlsAndGoesOnWithoutIsPlain() {
        streams.watch(PORT);
        assertThat(seen(send(NBD_FLAGS, NBD_STARTTLS, NBD_GO))).isEqualTo(StreamSecurity.PLAIN);
    }

    @Test
    void nbdThatNeverStartsTlsIsPlain() {
        streams.watch(PORT);
        assertThat(seen(send(NBD_FLAGS, NBD_STRUCTURED_REPLY, NBD_GO, NBD_WRITE)))
                .isEqualTo(StreamSecurity.PLAIN);
    }

    @Test
    void nbdWhoseNegotiationWasMissedIsPlainByItsRequests() {
        streams.watch(PORT);
        assertThat(seen(send(NBD_WRITE))).isEqualTo(StreamSecurity.PLAIN);
    }

    @Test
    void nbdThatOnlyGreetsIsUnknown() {
        streams.watch(PORT);
        assertThat(seen(send(NBD_FLAGS, NBD_STARTTLS))).isEqualTo(StreamSecurity.UNKNOWN);
    }

    @Test
    void nothingSeenIsUnknown() {
        streams.watch(PORT);
        assertThat(seen()).isEqualTo(StreamSecurity.UNKNOWN);
    }

    @Test
    void somethingElseIsUnknown() {
        streams.watch(PORT);
        assertThat(seen(send(NONCE))).isEqualTo(StreamSecurity.UNKNOWN);
    }

    @Test
    void laterBytesOfAnEncryptedStreamDoNotMakeItPlain() {
        streams.watch(PORT);
        assertThat(seen(send(CLIENT_HELLO, QEMU))).isEqualTo(StreamSecurity.TLS);
    }

    @Test
    void laterBytesOfAPlainStreamDoNotMakeItTls() {
        streams.watch(PORT);
        assertThat(seen(send(QEMU, CLIENT_HELLO))).isEqualTo(StreamSecurity.PLAIN);
    }

    @Test
    void oneplainStreamAmongEncryptedOnesIsPlain() {
        streams.watch(PORT);
        assertThat(seen(send(CLIENT_HELLO), send(QEMU))).isEqualTo(StreamSecurity.PLAIN);
    }

    @Test
    void anUnknownStreamAmongEncryptedOnesIsUnknown() {
        streams.watch(PORT);
        assertThat(seen(send(CLIENT_HELLO), send(NONCE))).isEqualTo(StreamSecurity.UNKNOWN);
    }

    @Test
    void withoutSocketsAllThatWasSeenCounts() {
        streams.watch(PORT);
        send(CLIENT_HELLO);
        assertThat(seen()).isEqualTo(StreamSecurity.TLS);
    }

    @Test
    void looksAtWatchedPortsOnly() {
        streams.watch(PORT + 1);
        assertThat(seen(send(QEMU))).isEqualTo(StreamSecurity.UNKNOWN);
    }

    @Test
    void forgetsWhatWasSeenBefore() {
        streams.watch(PORT);
        send(QEMU);
        streams.forget(PORT);
        streams.watch(PORT);
        assertThat(seen(send(CLIENT_HELLO))).isEqualTo(StreamSecurity.TLS);
        assertThat(seen()).isEqualTo(StreamSecurity.TLS);
    }

    @Test
    void twoWatchesOfOnePortDoNotDisturbEachOther() {
        streams.watch(PORT);
        int first = send(QEMU);
        streams.watch(PORT);
        int second = send(CLIENT_HELLO);
        streams.forget(PORT);
        assertThat(seen(first)).isEqualTo(StreamSecurity.PLAIN);
        assertThat(seen(second)).isEqualTo(StreamSecurity.TLS);
    }

    @Test
    void leavesNothingInTheTable() {
        streams.watch(PORT);
        send(QEMU);
        streams.forget(PORT);
        Listing listing = Listing.parse(nftables.list("list table inet droveway"));
        assertThat(listing.watched()).isEmpty();
        assertThat(listing.streams("plain")).isEmpty();
    }

    @Test
    void withoutATableItSaysSo() {
        nftables.run(Table.remove());
        assertThatThrownBy(() -> streams.watch(PORT)).isInstanceOf(FirewallException.class);
    }
}
