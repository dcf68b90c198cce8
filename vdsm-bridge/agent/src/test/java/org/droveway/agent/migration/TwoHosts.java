package org.droveway.agent.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.droveway.agent.config.PortPool;
import org.droveway.agent.libvirt.HypervisorException;
import org.droveway.agent.libvirt.HypervisorException.Kind;
import org.droveway.agent.peer.TestAuthority;
import org.droveway.agent.testing.FakeHypervisor;
import org.droveway.protocol.MigrationParameters;
import org.droveway.protocol.MigrationState;
import org.droveway.protocol.Security;
import org.droveway.protocol.link.AgentMessage;
import org.droveway.protocol.link.EngineMessage;
import org.droveway.protocol.link.MigrationEvent;
import org.droveway.protocol.link.MigrationOrder;
import org.droveway.protocol.permit.Permit;
import org.droveway.protocol.permit.SignedPermit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Both agents of a migration in one process: mTLS, nonce, records and leases are real, libvirt and the kernel are not. */
abstract class TwoHosts {
    static final UUID VM = FakeHypervisor.VM;

    @TempDir
    Path folder;

    /** Counted down when the test is over. */
    final CountDownLatch over = new CountDownLatch(1);

    final UUID migration = UUID.randomUUID();
    MigrationParameters parameters = new MigrationParameters(Security.INSECURE, null, null, null);
    TestAuthority authority;
    FakeHost source;
    FakeHost destination;

    @BeforeEach
    void begin() throws Exception {
        authority = new TestAuthority();
        PortPool pool = pool();
        source = new FakeHost(authority.host("h1"), Files.createDirectory(folder.resolve("h1")), freePort(), pool);
        destination = new FakeHost(authority.host("h2"), Files.createDirectory(folder.resolve("h2")), freePort(), pool);
        source.hypervisor.domains.put(VM, FakeHypervisor.RUNNING);
        source.hypervisor.migrating = call -> {
            openRelay();
            destination.hypervisor.domains.put(VM, FakeHypervisor.HANDED_OVER);
            source.hypervisor.domains.remove(VM);
        };
    }

    @AfterEach
    void end() throws IOException {
        over.countDown();
        source.close();
        destination.close();
    }

    PortPool pool() throws IOException {
        return pool(1);
    }

    /** So many ports that nobody uses, one after the other. */
    static PortPool pool(int ports) throws IOException {
        while (true) {
            int first = freePort();
            if (IntStream.range(first, first + ports).allMatch(TwoHosts::free)) {
                return new PortPool(first, first + ports - 1);
            }
        }
    }

    private static boolean free(int port) {
        try (ServerSocket probe = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return probe.isBound();
        } catch (IOException e) {
            return false;
        }
    }

    static int freePort() throws IOException {
        try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return probe.getLocalPort();
        }
    }

    MigrationOrder order(UUID permit, Instant expires) {
        Permit permitted = new Permit(
                permit,
                migration,
                VM,
                "vm1",
                "h1",
                "h2",
                "127.0.0.1",
                "127.0.0.1",
                1,
                Security.INSECURE,
                "migration",
                false,
                1,
                expires.minusSeconds(60),
                expires);
        return new MigrationOrder(
                SignedPermit.sign(permitted, authority.permitKey()),
                "127.0.0.1",
                destination.config.peerPort(),
                parameters);
    }

    MigrationOrder order() {
        return order(UUID.randomUUID(), Instant.now().plusSeconds(60));
    }

    AgentMessage.Reply start(MigrationOrder order) throws Exception {
        return source.migrations
                .commands()
                .start(new EngineMessage.Start(UUID.randomUUID(), order))
                .toCompletableFuture()
                .get(30, TimeUnit.SECONDS);
    }

    MigrationEvent ended() {
        await().atMost(40, TimeUnit.SECONDS)
                .until(() ->
                        source.events.stream().anyMatch(event -> event.state().isEnd()));
        return source.events.get(source.events.size() - 1);
    }

    List<MigrationState> states() {
        return source.events.stream().map(MigrationEvent::state).toList();
    }

    void assertNothingLeft() {
        assertThat(destination.pinholes).isEmpty();
        assertThat(destination.leases.all()).isEmpty();
        assertThat(folder.resolve("h1/run/relay")).isEmptyDirectory();
        await().untilAsserted(() -> {
            assertThat(folder.resolve("h1/state/migrations/out")).isEmptyDirectory();
            assertThat(folder.resolve("h2/state/migrations/in")).isEmptyDirectory();
        });
    }

    static HypervisorException failure(String message) {
        return new HypervisorException(Kind.REFUSED, message);
    }

    void openRelay() {
        // What libvirtd would do first: connect to the relay's socket.
        try (java.nio.channels.SocketChannel libvirtd =
                java.nio.channels.SocketChannel.open(java.net.StandardProtocolFamily.UNIX)) {
            libvirtd.connect(
                    java.net.UnixDomainSocketAddress.of(folder.resolve("h1/run/relay/" + migration + ".sock")));
            await().until(this::destinationRelays);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    boolean destinationRelays() throws IOException {
        try (java.util.stream.Stream<Path> records = Files.list(folder.resolve("h2/state/migrations/in"))) {
            for (Path record : records.toList()) {
                String text = Files.readString(record);
                if (text.contains("RELAYING") || text.contains("RUNNING")) {
                    return true;
                }
            }
        }
        return false;
    }
}
