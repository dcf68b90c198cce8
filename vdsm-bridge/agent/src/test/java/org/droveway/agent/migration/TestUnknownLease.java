package org.droveway.agent.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.UUID;
import org.droveway.agent.config.PortPool;
import org.droveway.agent.peer.PeerClient;
import org.droveway.agent.peer.TestAuthority;
import org.droveway.protocol.Refusal;
import org.droveway.protocol.peer.PeerRequest;
import org.droveway.protocol.peer.PeerResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A host with a good certificate that names a lease it was not given. */
@Timeout(60)
class TestUnknownLease {
    private static final UUID LEASE = UUID.randomUUID();

    @TempDir
    private Path folder;

    private FakeHost destination;
    private PeerClient client;

    @BeforeEach
    void begin() throws Exception {
        TestAuthority authority = new TestAuthority();
        int port = freePort();
        destination = new FakeHost(authority.host("h2"), folder, freePort(), new PortPool(port, port));
        client = new PeerClient(
                authority.host("h3"),
                new InetSocketAddress(InetAddress.getLoopbackAddress(), destination.config.peerPort()),
                "h2");
    }

    @AfterEach
    void end() throws IOException {
        client.close();
        destination.close();
    }

    private static int freePort() throws IOException {
        try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return probe.getLocalPort();
        }
    }

    private void assertRefused(PeerRequest request) throws IOException {
        assertThat(client.ask(request))
                .isInstanceOfSatisfying(
                        PeerResponse.Refuse.class,
                        refuse -> assertThat(refuse.refusals())
                                .extracting(Refusal::code)
                                .containsExactly("PERMIT_FOR_OTHER"));
    }

    @Test
    void isNotRenewed() throws IOException {
        assertRefused(new PeerRequest.Renew(LEASE));
    }

    @Test
    void opensNoPinhole() throws IOException {
        assertRefused(new PeerRequest.OpenPinhole(LEASE));
        assertThat(destination.pinholes).isEmpty();
    }

    @Test
    void releasesNoVm() throws IOException {
        assertRefused(new PeerRequest.Released(LEASE, "none"));
    }

    @Test
    void relaysNothing() {
        assertThatThrownBy(() -> client.relay(LEASE)).hasMessageContaining("PERMIT_FOR_OTHER");
    }
}
