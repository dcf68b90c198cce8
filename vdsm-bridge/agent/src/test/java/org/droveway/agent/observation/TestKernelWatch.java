package org.droveway.agent.observation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.droveway.agent.firewall.FirewallException;
import org.droveway.agent.firewall.Streams;
import org.droveway.agent.testing.Ip;
import org.droveway.protocol.observe.ObservedConnection;
import org.droveway.protocol.observe.StreamSecurity;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TestKernelWatch {
    private static final int ESTABLISHED = 1;
    private static final int LISTENING = 10;
    private static final int TIME_WAIT = 6;
    private static final Way WAY = new Way(Ip.of("10.62.0.11"), Ip.of("10.62.0.12"), 61000);

    private final List<TcpSocket> sockets = new ArrayList<>();
    private final RememberedStreams streams = new RememberedStreams();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private final KernelObserver observer =
            new KernelObserver(streams, new KernelInterfaces(), () -> List.copyOf(sockets), timer);

    private static final class RememberedStreams implements Streams {
        private final List<Integer> watched = new ArrayList<>();
        private Set<Integer> asked = Set.of();
        private boolean broken;

        @Override
        public void watch(int port) {
            watched.add(port);
        }

        @Override
        public StreamSecurity seen(int port, Set<Integer> sourcePorts) {
            if (broken) {
                throw new FirewallException("gone");
            }
            asked = sourcePorts;
            return StreamSecurity.TLS;
        }

        @Override
        public void forget(int port) {
            watched.remove((Integer) port);
        }
    }

    @AfterEach
    void close() {
        timer.shutdownNow();
    }

    private void socket(String local, int localPort, String remote, int remotePort, int state) {
        sockets.add(new TcpSocket(Ip.of(local), localPort, Ip.of(remote), remotePort, state));
    }

    @Test
    void theDestinationSeesWhoConnected() {
        try (MigrationWatch watch = observer.watch(WAY, End.DESTINATION)) {
            socket("10.62.0.12", 61000, "10.62.0.11", 40000, ESTABLISHED);
            assertThat(watch.connections())
                    .containsExactly(
                            new ObservedConnection("10.62.0.12", 61000, "10.62.0.11", 40000, "unknown", null, null));
        }
    }

    @Test
    void theSourceSeesWhereItConnected() {
        try (MigrationWatch watch = observer.watch(WAY, End.SOURCE)) {
            socket("10.62.0.11", 40000, "10.62.0.12", 61000, ESTABLISHED);
            assertThat(watch.connections())
                    .extracting(ObservedConnection::remotePort)
                    .containsExactly(61000);
        }
    }

    @ParameterizedTest
    @EnumSource(End.class)
    void aConnectionOnTheWrongInterfaceIsNotMissed(End end) {
        try (MigrationWatch watch = observer.watch(WAY, end)) {
            socket("10.61.0.12", 61000, "10.61.0.11", 40000, ESTABLISHED);
            socket("10.61.0.11", 40000, "10.61.0.12", 61000, ESTABLISHED);
            assertThat(watch.connections()).hasSize(1);
        }
    }

    @Test
    void remembersAConnectionThatIsOver() {
        try (MigrationWatch watch = observer.watch(WAY, End.DESTINATION)) {
            socket("10.62.0.12", 61000, "10.62.0.11", 40000, ESTABLISHED);
            watch.connections();
            sockets.clear();
            assertThat(watch.seen().connections()).hasSize(1);
        }
    }

    @Test
    void aLookThatCouldNotCountTakesNothingAway() {
        try (MigrationWatch watch = observer.watch(WAY, End.DESTINATION)) {
            sockets.add(new TcpSocket(Ip.of("10.62.0.12"), 61000, Ip.of("10.62.0.11"), 40000, ESTABLISHED, 1L, 5_000L));
            assertThat(watch.connections()).hasSize(1);
            sockets.clear();
            socket("10.62.0.12", 61000, "10.62.0.11", 40000, ESTABLISHED);
            assertThat(watch.connections())
                    .singleElement()
                    .extracting(ObservedConnection::receivedBytes)
                    .isEqualTo(5_000L);
        }
    }

    @Test
    void theBytesAreThoseOfTheLastLook() {
        try (MigrationWatch watch = observer.watch(WAY, End.DESTINATION)) {
            for (long bytes : new long[] {100, 5_000}) {
                sockets.clear();
                sockets.add(
                        new TcpSocket(Ip.of("10.62.0.12"), 61000, Ip.of("10.62.0.11"), 40000, ESTABLISHED, 1L, bytes));
                watch.connections();
            }
            sockets.clear();
            assertThat(watch.seen().connections())
                    .extracting(ObservedConnection::receivedBytes)
                    .containsExactly(5_000L);
        }
    }

    @Test
    void listenersAndWhatIsOverAreNotConnections() {
        try (MigrationWatch watch = observer.watch(WAY, End.DESTINATION)) {
            socket("10.62.0.12", 61000, "0.0.0.0", 0, LISTENING);
            socket("10.62.0.12", 61000, "10.62.0.11", 40000, TIME_WAIT);
            assertThat(watch.connections()).isEmpty();
        }
    }

    @Test
    void theProofBeforeIsNotPartOfTheMigration() {
        socket("10.62.0.12", 61000, "10.62.0.11", 39999, ESTABLISHED);
        try (MigrationWatch watch = observer.watch(WAY, End.DESTINATION)) {
            socket("10.62.0.12", 61000, "10.62.0.11", 40000, ESTABLISHED);
            assertThat(watch.connections())
                    .extracting(ObservedConnection::remotePort)
                    .containsExactly(40000);
        }
    }

    @Test
    void otherPortsAreOtherMigrations() {
        try (MigrationWatch watch = observer.watch(WAY, End.DESTINATION)) {
            socket("10.62.0.12", 61001, "10.62.0.11", 40000, ESTABLISHED);
            assertThat(watch.connections()).isEmpty();
        }
    }

    @Test
    void theSamePortOfAnotherHostIsAnotherMigration() {
        Way other = new Way(Ip.of("10.62.0.11"), Ip.of("10.62.0.13"), 61000);
        try (MigrationWatch watch = observer.watch(WAY, End.SOURCE);
                MigrationWatch second = observer.watch(other, End.SOURCE)) {
            socket("10.62.0.11", 40000, "10.62.0.12", 61000, ESTABLISHED);
            socket("10.62.0.11", 40001, "10.62.0.13", 61000, ESTABLISHED);
            assertThat(watch.connections())
                    .extracting(ObservedConnection::localPort)
                    .containsExactly(40000);
            assertThat(second.connections())
                    .extracting(ObservedConnection::localPort)
                    .containsExactly(40001);
        }
    }

    @Test
    void asksForTheStreamsItSaw() {
        try (MigrationWatch watch = observer.watch(WAY, End.DESTINATION)) {
            socket("10.62.0.12", 61000, "10.62.0.11", 40000, ESTABLISHED);
            assertThat(watch.seen().stream()).isEqualTo(StreamSecurity.TLS);
            assertThat(streams.asked).containsExactly(40000);
        }
    }

    @Test
    void whatCannotBeReadIsUnknown() {
        streams.broken = true;
        try (MigrationWatch watch = observer.watch(WAY, End.DESTINATION)) {
            assertThat(watch.seen().stream()).isEqualTo(StreamSecurity.UNKNOWN);
        }
    }

    @Test
    void closingStopsWatchingOnce() {
        MigrationWatch watch = observer.watch(WAY, End.DESTINATION);
        assertThat(streams.watched).containsExactly(61000);
        watch.close();
        watch.close();
        assertThat(streams.watched).isEmpty();
    }
}
