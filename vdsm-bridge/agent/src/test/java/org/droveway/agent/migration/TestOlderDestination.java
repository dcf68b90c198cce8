package org.droveway.agent.migration;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import org.droveway.agent.config.Capabilities;
import org.droveway.agent.peer.PeerHandler;
import org.droveway.agent.peer.PeerListener;
import org.droveway.agent.relay.Duplex;
import org.droveway.protocol.MigrationParameters;
import org.droveway.protocol.Refusal;
import org.droveway.protocol.Security;
import org.droveway.protocol.link.MigrationOrder;
import org.droveway.protocol.peer.PeerRequest;
import org.droveway.protocol.peer.PeerResponse;
import org.junit.jupiter.api.Test;

/** An agent that accepts what it does not understand, and tells no facts. */
class TestOlderDestination extends TwoHosts implements PeerHandler {
    private final UUID lease = UUID.randomUUID();
    private final List<PeerRequest> heard = new CopyOnWriteArrayList<>();

    @Override
    public PeerResponse handle(PeerRequest request, String host) {
        heard.add(request);
        return request instanceof PeerRequest.Offer offer
                ? new PeerResponse.Accept(
                        lease,
                        "127.0.0.1",
                        61_000,
                        null,
                        offer.parameters(),
                        Capabilities.own(),
                        "9.0.0",
                        "7.2.0",
                        null)
                : new PeerResponse.Done(Instant.now());
    }

    @Override
    public PeerResponse admit(PeerRequest.Relay request, String host) {
        throw new UnsupportedOperationException("nothing is relayed");
    }

    @Override
    public void carry(PeerRequest.Relay request, Duplex connection) {
        throw new UnsupportedOperationException("nothing is relayed");
    }

    private MigrationOrder order(int port, MigrationParameters parameters) {
        MigrationOrder plain = order();
        return new MigrationOrder(plain.permit(), "127.0.0.1", port, parameters);
    }

    private List<Refusal> start(MigrationParameters parameters) throws Exception {
        var threads = Executors.newCachedThreadPool();
        try (PeerListener older = PeerListener.listen(
                authority.host("h2"), new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), this, threads)) {
            return start(order(older.port(), parameters)).refusals();
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void isJudgedByTheSourceWhichGivesTheLeaseBack() throws Exception {
        List<Refusal> refusals =
                start(new MigrationParameters(Security.INSECURE, null, null, null, null, 4, null, null, null));
        assertThat(refusals).extracting(Refusal::code).containsExactly("QEMU_ABILITY_MISSING", "VERSIONS_INCOMPATIBLE");
        assertThat(refusals.get(0).found()).contains("host h2 does not say what its QEMU can");
        assertThat(heard).last().isEqualTo(new PeerRequest.Close(lease, false));
    }
}
