package org.droveway.agent.path;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.droveway.agent.identity.MigrationTls;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class TestPathProof {
    private static final InetAddress HERE = InetAddress.getLoopbackAddress();
    private static final UUID LEASE = UUID.fromString("00000000-0000-4000-8000-00000000000c");

    @TempDir
    private Path folder;

    private final byte[] nonce = new byte[ProofListener.NONCE_BYTES];
    private final AtomicBoolean proved = new AtomicBoolean();
    private final ExecutorService executor = Executors.newCachedThreadPool();

    @AfterEach
    void close() {
        executor.shutdownNow();
    }

    private static int freePort() throws IOException {
        try (ServerSocket probe = new ServerSocket(0, 1, HERE)) {
            return probe.getLocalPort();
        }
    }

    private Future<Boolean> listen(int port, InetAddress source) throws IOException {
        ProofListener listener = ProofListener.listen(HERE, port, source, nonce, LEASE, new MigrationTls(folder));
        return executor.submit(() -> listener.await(() -> proved.set(true)));
    }

    @Test
    void theRightNonceFromTheRightAddressProvesTheWay() throws Exception {
        int port = freePort();
        Future<Boolean> listening = listen(port, HERE);
        PathProof.prove(HERE, HERE, port, nonce, LEASE).close();
        assertThat(listening.get(10, TimeUnit.SECONDS)).isTrue();
        assertThat(proved).isTrue();
    }

    @Test
    void thePortIsFreeForQemuAsSoonAsTheAnswerIsThere() throws Exception {
        int port = freePort();
        Future<Boolean> listening = listen(port, HERE);
        PathProof.prove(HERE, HERE, port, nonce, LEASE).close();
        try (ServerSocket qemu = new ServerSocket(port, 1, HERE)) {
            assertThat(qemu.getLocalPort()).isEqualTo(port);
        }
        assertThat(listening.get(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void anotherNonceIsTurnedAwayAndTheRightOneStillCounts() throws Exception {
        int port = freePort();
        Future<Boolean> listening = listen(port, HERE);
        byte[] wrong = new byte[ProofListener.NONCE_BYTES];
        wrong[0] = 1;
        assertThatThrownBy(() -> PathProof.prove(HERE, HERE, port, wrong, LEASE))
                .isInstanceOf(IOException.class);
        assertThat(proved).isFalse();
        PathProof.prove(HERE, HERE, port, nonce, LEASE).close();
        assertThat(listening.get(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void aSilentClientDoesNotHoldUpTheRightOne() throws Exception {
        int port = freePort();
        Future<Boolean> listening = listen(port, HERE);
        try (Socket silent = new Socket(HERE, port)) {
            assertThat(silent.isConnected()).isTrue();
            PathProof.prove(HERE, HERE, port, nonce, LEASE).close();
        }
        assertThat(listening.get(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void anotherSourceAddressIsTurnedAway() throws Exception {
        int port = freePort();
        InetAddress other = InetAddress.getByName("127.0.0.9");
        Future<Boolean> listening = listen(port, other);
        assertThatThrownBy(() -> PathProof.prove(HERE, HERE, port, nonce, LEASE))
                .isInstanceOf(IOException.class);
        assertThat(proved).isFalse();
        listening.cancel(true);
    }

    @Test
    void anAnswerForAnotherLeaseProvesNothing() throws Exception {
        int port = freePort();
        Future<Boolean> listening = listen(port, HERE);
        assertThatThrownBy(() -> PathProof.prove(HERE, HERE, port, nonce, UUID.randomUUID()))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("not the destination agent's");
        assertThat(listening.get(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void aConnectionFromAnotherAddressIsRefusedBeforeTheNonce() throws Exception {
        int port = freePort();
        Future<Boolean> listening = listen(port, HERE);
        assertThatThrownBy(() -> PathProof.prove(InetAddress.getByName("192.0.2.1"), HERE, port, nonce, LEASE))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("needed 192.0.2.1");
        assertThat(proved).isFalse();
        listening.cancel(true);
    }

    @Test
    void aShutPortIsNotProved() throws Exception {
        int port = freePort();
        assertThatThrownBy(() -> PathProof.prove(HERE, HERE, port, nonce, LEASE))
                .isInstanceOf(IOException.class);
    }
}
