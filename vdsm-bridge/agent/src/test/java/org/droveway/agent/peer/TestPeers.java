package org.droveway.agent.peer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Instant;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLSocket;
import org.droveway.agent.identity.Identity;
import org.droveway.agent.relay.Duplex;
import org.droveway.protocol.peer.PeerRequest;
import org.droveway.protocol.peer.PeerResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class TestPeers {
    private static final UUID LEASE = UUID.fromString("00000000-0000-4000-8000-00000000000c");
    private static final Instant AT = Instant.parse("2026-11-21T12:00:00Z");

    private final ExecutorService executor = Executors.newCachedThreadPool();
    private final Queue<String> heard = new ConcurrentLinkedQueue<>();

    private TestAuthority authority;
    private PeerListener listener;

    /** Answers every request, and echoes what is relayed. */
    private final PeerHandler handler = new PeerHandler() {
        @Override
        public PeerResponse handle(PeerRequest request, String host) {
            heard.add(host + " " + request.getClass().getSimpleName());
            return new PeerResponse.Done(AT);
        }

        @Override
        public PeerResponse admit(PeerRequest.Relay request, String host) {
            return request.lease().equals(LEASE)
                    ? new PeerResponse.Done(AT)
                    : new PeerResponse.Refuse(java.util.List.of());
        }

        @Override
        public void carry(PeerRequest.Relay request, Duplex connection) throws IOException {
            connection.in().transferTo(connection.out());
        }
    };

    @BeforeEach
    void listen() throws Exception {
        authority = new TestAuthority();
        listener = PeerListener.listen(authority.host("h2"), address(0), handler, executor);
    }

    @AfterEach
    void close() throws IOException {
        listener.close();
        executor.shutdownNow();
    }

    private static InetSocketAddress address(int port) {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    }

    private PeerClient client(Identity identity, String host) {
        return new PeerClient(identity, address(listener.port()), host);
    }

    @Test
    void requestsAreAnsweredUnderTheCertificatesName() throws Exception {
        try (PeerClient client = client(authority.host("h1"), "h2")) {
            assertThat(client.ask(new PeerRequest.Renew(LEASE))).isEqualTo(new PeerResponse.Done(AT));
            assertThat(client.ask(new PeerRequest.OpenPinhole(LEASE))).isEqualTo(new PeerResponse.Done(AT));
        }
        assertThat(heard).containsExactly("h1 Renew", "h1 OpenPinhole");
    }

    @Test
    void aConnectionThatWasLostIsMadeAnew() throws Exception {
        try (PeerClient client = client(authority.host("h1"), "h2")) {
            client.ask(new PeerRequest.Renew(LEASE));
            int port = listener.port();
            listener.close();
            listener = PeerListener.listen(authority.host("h2"), address(port), handler, executor);
            assertThat(client.ask(new PeerRequest.Renew(LEASE))).isEqualTo(new PeerResponse.Done(AT));
        }
    }

    @Test
    void aRelayCarriesBytesBothWays() throws Exception {
        try (PeerClient client = client(authority.host("h1"), "h2");
                Duplex relay = client.relay(LEASE)) {
            relay.out().write(new byte[] {1, 2, 3});
            relay.out().flush();
            assertThat(relay.in().readNBytes(3)).containsExactly(1, 2, 3);
        }
    }

    @Test
    void aRelayThatIsNotAdmittedIsNotThere() throws Exception {
        try (PeerClient client = client(authority.host("h1"), "h2")) {
            assertThatThrownBy(() -> client.relay(UUID.randomUUID()))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("does not relay");
        }
    }

    @Test
    void aListenerThatEndsCutsItsConnections() throws Exception {
        try (PeerClient client = client(authority.host("h1"), "h2");
                Duplex relay = client.relay(LEASE)) {
            listener.close();
            assertThatThrownBy(() -> {
                        if (relay.in().read() < 0) {
                            throw new IOException("closed");
                        }
                    })
                    .isInstanceOf(IOException.class);
        }
    }

    @Test
    void anotherHostsCertificateIsNotTrusted() throws Exception {
        try (PeerClient client = client(authority.host("h1"), "h3")) {
            assertThatThrownBy(() -> client.ask(new PeerRequest.Renew(LEASE)))
                    .isInstanceOf(PeerUntrustedException.class)
                    .hasMessageContaining("h2")
                    .hasMessageContaining("h3");
        }
        assertThat(heard).isEmpty();
    }

    @Test
    void aClientOfAnotherCaIsNotTrusted() throws Exception {
        TestAuthority other = new TestAuthority();
        Identity stranger = other.host("h1", authority, Instant.now().plusSeconds(3600));
        try (PeerClient client = client(stranger, "h2")) {
            assertThatThrownBy(() -> client.ask(new PeerRequest.Renew(LEASE))).isInstanceOf(IOException.class);
        }
        assertThat(heard).isEmpty();
    }

    @Test
    void aServerOfAnotherCaIsNotTrusted() throws Exception {
        TestAuthority other = new TestAuthority();
        try (PeerClient client = client(other.host("h1"), "h2")) {
            assertThatThrownBy(() -> client.ask(new PeerRequest.Renew(LEASE)))
                    .isInstanceOf(PeerUntrustedException.class);
        }
    }

    @Test
    void anExpiredCertificateIsNotTrusted() throws Exception {
        Identity expired = authority.host("h1", authority, Instant.now().minusSeconds(5));
        try (PeerClient client = client(expired, "h2")) {
            assertThatThrownBy(() -> client.ask(new PeerRequest.Renew(LEASE))).isInstanceOf(IOException.class);
        }
        assertThat(heard).isEmpty();
    }

    @Test
    void nobodyThereIsNotUntrusted() throws Exception {
        int port = listener.port();
        listener.close();
        try (PeerClient client = new PeerClient(authority.host("h1"), address(port), "h2")) {
            assertThatThrownBy(() -> client.ask(new PeerRequest.Renew(LEASE)))
                    .isInstanceOf(IOException.class)
                    .isNotInstanceOf(PeerUntrustedException.class);
        }
    }

    @Test
    void whoeverDoesNotSpeakTlsIsTurnedAway() throws Exception {
        try (Socket plain = new Socket(InetAddress.getLoopbackAddress(), listener.port())) {
            plain.getOutputStream()
                    .write("GET / HTTP/1.1\r\n\r\n".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
            plain.getOutputStream().flush();
            plain.setSoTimeout(10_000);
            await().until(() -> plain.getInputStream().read() < 0);
        }
        assertThat(heard).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 1, PeerFrames.LONGEST + 1, Integer.MAX_VALUE})
    void aFrameOfAnotherLengthEndsTheConnection(int length) throws Exception {
        try (SSLSocket socket = handshaken()) {
            DataOutputStream out = new DataOutputStream(socket.getOutputStream());
            out.writeInt(length);
            out.flush();
            assertClosed(socket);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{}", "[]", "nonsense", "{\"type\":\"dance\"}", "{\"type\":\"renew\"}", "\"renew\"", "null"})
    void whatIsNoRequestEndsTheConnection(String json) throws Exception {
        try (SSLSocket socket = handshaken()) {
            DataOutputStream out = new DataOutputStream(socket.getOutputStream());
            out.writeInt(json.length());
            out.writeBytes(json);
            out.flush();
            assertClosed(socket);
        }
        assertThat(heard).isEmpty();
    }

    @Test
    void unknownFieldsAreIgnored() throws Exception {
        try (SSLSocket socket = handshaken()) {
            String json = "{\"type\":\"renew\",\"lease\":\"" + LEASE + "\",\"tomorrow\":1}";
            DataOutputStream out = new DataOutputStream(socket.getOutputStream());
            out.writeInt(json.length());
            out.writeBytes(json);
            out.flush();
            assertThat(PeerFrames.read(socket.getInputStream(), PeerResponse.class))
                    .isEqualTo(new PeerResponse.Done(AT));
        }
    }

    private SSLSocket handshaken() throws Exception {
        SSLSocket socket =
                (SSLSocket) authority.host("h1").peers().getSocketFactory().createSocket();
        socket.connect(address(listener.port()));
        socket.setSoTimeout(10_000);
        socket.startHandshake();
        return socket;
    }

    private static void assertClosed(SSLSocket socket) {
        assertThatThrownBy(() -> {
                    if (socket.getInputStream().read() < 0) {
                        throw new java.io.EOFException();
                    }
                })
                .isInstanceOf(IOException.class)
                .isNotInstanceOf(java.net.SocketTimeoutException.class);
    }
}
