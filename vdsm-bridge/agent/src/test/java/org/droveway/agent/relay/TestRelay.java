package org.droveway.agent.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Both halves of the relay over real sockets; libvirtd is a socket that the test speaks for. */
@Timeout(30)
class TestRelay {
    private final ExecutorService executor = Executors.newCachedThreadPool();
    private final ScheduledExecutorService timers = Executors.newSingleThreadScheduledExecutor();

    @TempDir
    private Path folder;

    private ServerSocketChannel libvirtd;
    private RelaySocket socket;
    private Future<?> gate;

    @BeforeEach
    void connect() throws IOException {
        libvirtd = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        libvirtd.bind(UnixDomainSocketAddress.of(folder.resolve("libvirt-sock")));
        Path middle = folder.resolve("middle");
        ServerSocketChannel between = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        between.bind(UnixDomainSocketAddress.of(middle));
        gate = executor.submit(() -> {
            try (between) {
                new RelayGate(
                                new UnixDuplex(between.accept()),
                                folder.resolve("libvirt-sock"),
                                Prepared.contract(false),
                                executor,
                                timers)
                        .run();
            }
            return null;
        });
        socket = RelaySocket.listen(folder.resolve("relay/m.sock"), () -> UnixDuplex.connect(middle), executor);
    }

    @AfterEach
    void disconnect() throws IOException {
        socket.close();
        libvirtd.close();
        executor.shutdownNow();
        timers.shutdownNow();
    }

    private UnixDuplex source() throws IOException {
        return UnixDuplex.connect(folder.resolve("relay/m.sock"));
    }

    @Test
    void bytesPassBothWays() throws Exception {
        byte[] call = Xdr.call(66, 1, new byte[0]);
        byte[] answer = Xdr.reply(66, 1, new Xdr().word(1).word(0).bytes());
        try (UnixDuplex source = source();
                UnixDuplex destination = new UnixDuplex(libvirtd.accept())) {
            source.out().write(call);
            assertThat(destination.in().readNBytes(call.length)).isEqualTo(call);
            destination.out().write(answer);
            assertThat(source.in().readNBytes(answer.length)).isEqualTo(answer);
        }
        gate.get(10, TimeUnit.SECONDS);
    }

    @Test
    void aForbiddenProcedureClosesBothEndsAndIsNamed() throws Exception {
        try (UnixDuplex source = source();
                UnixDuplex destination = new UnixDuplex(libvirtd.accept())) {
            source.out().write(Xdr.call(10, 1, new byte[0]));
            assertThat(destination.in().read()).isEqualTo(-1);
            assertThat(source.in().read()).isEqualTo(-1);
        }
        assertThatThrownBy(() -> gate.get(10, TimeUnit.SECONDS))
                .isInstanceOf(ExecutionException.class)
                .cause()
                .isInstanceOf(RelayViolation.class)
                .hasMessageContaining("10");
    }

    @Test
    void aLyingDestinationIsCutOffToo() throws Exception {
        try (UnixDuplex source = source();
                UnixDuplex destination = new UnixDuplex(libvirtd.accept())) {
            destination.out().write(Xdr.call(66, 1, new byte[0]));
            assertThat(source.in().read()).isEqualTo(-1);
        }
        assertThatThrownBy(() -> gate.get(10, TimeUnit.SECONDS)).cause().isInstanceOf(RelayViolation.class);
    }

    @Test
    void nothingOfARefusedMessageReachesLibvirtd() throws Exception {
        byte[] good = Xdr.call(66, 1, new byte[0]);
        byte[] bad = Xdr.call(
                303,
                2,
                new Prepared().with("migrate_uri", "tcp://10.61.0.12:61000").prepare());
        try (UnixDuplex source = source();
                UnixDuplex destination = new UnixDuplex(libvirtd.accept())) {
            source.out().write(good);
            source.out().write(bad);
            assertThat(destination.in().readAllBytes()).isEqualTo(good);
        }
    }

    @Test
    void anEndClosedByLibvirtdEndsTheRelay() throws Exception {
        try (UnixDuplex source = source()) {
            new UnixDuplex(libvirtd.accept()).close();
            assertThat(source.in().read()).isEqualTo(-1);
        }
        gate.get(10, TimeUnit.SECONDS);
    }

    @Test
    void aLargeMessagePassesUnchangedWhilePeersAreSlow() throws Exception {
        String filler = "<description>" + "x".repeat(400_000) + "</description>";
        byte[] call = Xdr.call(
                303,
                1,
                new Prepared()
                        .with("destination_xml", Prepared.domain("vm1", Prepared.ID, filler))
                        .prepare());
        try (UnixDuplex source = source();
                UnixDuplex destination = new UnixDuplex(libvirtd.accept())) {
            OutputStream out = source.out();
            Future<?> sent = executor.submit(() -> {
                out.write(call);
                return null;
            });
            InputStream in = destination.in();
            byte[] found = in.readNBytes(call.length);
            sent.get(10, TimeUnit.SECONDS);
            assertThat(found).isEqualTo(call);
        }
    }

    @Test
    void theSocketIsItsOwnersAlone() throws Exception {
        Path path = folder.resolve("relay/m.sock");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("relay"))))
                .isEqualTo("rwx------");
    }

    @Test
    void aClosedRelayLeavesNoSocketAndNoConnection() throws Exception {
        try (UnixDuplex source = source();
                UnixDuplex destination = new UnixDuplex(libvirtd.accept())) {
            socket.close();
            assertThat(folder.resolve("relay/m.sock")).doesNotExist();
            assertThat(source.in().read()).isEqualTo(-1);
            assertThat(destination.in().read()).isEqualTo(-1);
        }
    }

    @Test
    void whatAKilledAgentLeftIsRemoved() throws Exception {
        Path stale = Files.createFile(folder.resolve("relay/old.sock"));
        RelaySocket.removeLeftOvers(folder.resolve("relay"));
        await().until(() -> Files.notExists(stale));
    }

    @Test
    void removingLeftOversNeedsNoFolder() throws Exception {
        RelaySocket.removeLeftOvers(folder.resolve("never"));
        assertThat(folder.resolve("never")).doesNotExist();
    }
}
