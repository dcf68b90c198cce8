package org.droveway.agent.lease;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.droveway.agent.config.PortPool;
import org.droveway.agent.firewall.Pinhole;
import org.droveway.agent.store.RecordStore;
import org.droveway.agent.testing.FakeFirewall;
import org.droveway.agent.testing.Ip;
import org.droveway.agent.testing.Permits;
import org.droveway.agent.testing.SettableClock;
import org.droveway.protocol.observe.PinholeRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Leases of a port for memory and one for disks. */
class TestTwoPorts {
    private static final Pinhole MEMORY = new Pinhole(Ip.of("10.62.0.11"), Ip.of("10.62.0.12"), 61000);
    private static final Pinhole DISKS = new Pinhole(Ip.of("10.62.0.11"), Ip.of("10.62.0.12"), 61002);

    private final FakeFirewall firewall = new FakeFirewall();
    private final SettableClock clock = new SettableClock(Instant.parse("2026-11-21T10:00:00Z"));
    private final Set<Integer> inUse = new HashSet<>(Set.of(61001));

    @TempDir
    private Path folder;

    private StoredLeases leases;

    @BeforeEach
    void open() {
        leases = reopened();
    }

    private StoredLeases reopened() {
        return new StoredLeases(
                new PortPool(61000, 61003),
                new RecordStore<>(folder, Lease.class),
                firewall,
                clock,
                port -> !inUse.contains(port));
    }

    private Lease opened() {
        return leases.openPinhole(leases.take(Permits.withDisks()).id());
    }

    @Test
    void takesTwoFreePorts() {
        assertThat(leases.take(Permits.withDisks()).ports()).containsExactly(61000, 61002);
    }

    @Test
    void neitherPortIsGivenTwice() {
        leases.take(Permits.withDisks());
        assertThat(leases.take(Permits.from("10.62.0.11", "10.62.0.12")).ports())
                .containsExactly(61003);
    }

    @Test
    void onePortIsNotEnough() {
        inUse.addAll(Set.of(61000, 61002));
        assertThatThrownBy(() -> leases.take(Permits.withDisks()))
                .isInstanceOf(NoFreePortException.class)
                .hasMessageContaining("1 of the 2 ports needed");
        assertThat(leases.all()).isEmpty();
    }

    @Test
    void bothPinholesOpen() {
        opened();
        assertThat(firewall.pinholes()).containsOnlyKeys(MEMORY, DISKS);
    }

    @Test
    void eachIsShutForItself() {
        Lease lease = opened();
        leases.shutForNew(lease.id(), 61002);
        assertThat(firewall.pinholes()).containsOnlyKeys(MEMORY);
        assertThat(leases.shutForNew(lease.id(), 61000).openPorts()).isEmpty();
        assertThat(firewall.pinholes()).isEmpty();
    }

    @Test
    void onlyTheMemorysIsOpenedAgain() {
        Lease lease = opened();
        leases.shutForNew(lease.id(), 61002);
        leases.shutForNew(lease.id(), 61000);
        leases.openPinhole(lease.id());
        assertThat(firewall.pinholes()).containsOnlyKeys(MEMORY);
    }

    @Test
    void renewingHoldsWhatIsOpen() {
        Lease lease = opened();
        leases.shutForNew(lease.id(), 61000);
        firewall.forgetPinholes();
        leases.renew(lease.id());
        assertThat(firewall.pinholes()).containsOnlyKeys(DISKS);
    }

    @Test
    void eachHasARecord() {
        Lease lease = opened();
        clock.advance(Duration.ofSeconds(2));
        leases.shutForNew(lease.id(), 61002);
        clock.advance(Duration.ofSeconds(2));
        assertThat(leases.end(lease.id()))
                .extracting(PinholeRecord::port, PinholeRecord::shutForNewAt)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(61000, null),
                        org.assertj.core.groups.Tuple.tuple(61002, Instant.parse("2026-11-21T10:00:02Z")));
        assertThat(firewall.pinholes()).isEmpty();
    }

    @Test
    void survivesARestart() {
        Lease lease = opened();
        leases.shutForNew(lease.id(), 61002);
        assertThat(reopened().find(lease.id())).contains(leases.all().get(0));
    }

    @Test
    void aPortOfAnotherLeaseIsNotShut() {
        Lease lease = opened();
        assertThat(leases.shutForNew(lease.id(), 61003).openPorts()).containsExactly(61000, 61002);
    }

    @Test
    void aFileOfAnEarlierVersionIsRead() throws Exception {
        Lease lease = leases.take(Permits.from("10.62.0.11", "10.62.0.12"));
        Path file = folder.resolve(lease.id() + ".json");
        assertThat(Files.readString(file)).doesNotContain("disks");
        assertThat(reopened().find(lease.id())).contains(lease);
    }
}
