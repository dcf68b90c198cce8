package org.droveway.agent.lease;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.droveway.agent.config.PortPool;
import org.droveway.agent.firewall.FirewallException;
import org.droveway.agent.firewall.Pinhole;
import org.droveway.agent.store.RecordStore;
import org.droveway.agent.testing.FakeFirewall;
import org.droveway.agent.testing.Ip;
import org.droveway.agent.testing.Permits;
import org.droveway.agent.testing.SettableClock;
import org.droveway.protocol.observe.PinholeRecord;
import org.droveway.protocol.permit.Permit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TestStoredLeases {
    private static final PortPool POOL = new PortPool(61000, 61002);
    private static final Pinhole PINHOLE = new Pinhole(Ip.of("10.62.0.11"), Ip.of("10.62.0.12"), 61000);

    private final FakeFirewall firewall = new FakeFirewall();
    private final SettableClock clock = new SettableClock(Instant.parse("2026-11-21T10:00:00Z"));
    private final Set<Integer> inUse = new HashSet<>();
    private final Permit permit = Permits.from("10.62.0.11", "10.62.0.12");

    @TempDir
    private Path folder;

    private StoredLeases leases;

    @BeforeEach
    void open() {
        leases = reopened();
    }

    private StoredLeases reopened() {
        return new StoredLeases(
                POOL, new RecordStore<>(folder, Lease.class), firewall, clock, port -> !inUse.contains(port));
    }

    private Lease take() {
        return leases.take(permit);
    }

    @Test
    void takesTheFirstFreePort() {
        assertThat(take().memoryPort()).isEqualTo(61000);
        assertThat(take().memoryPort()).isEqualTo(61001);
    }

    @Test
    void leavesOutPortsThatSomebodyUses() {
        inUse.add(61000);
        assertThat(take().memoryPort()).isEqualTo(61001);
    }

    @Test
    void saysThatThePoolIsExhausted() {
        take();
        take();
        inUse.add(61002);
        assertThatThrownBy(this::take)
                .isInstanceOf(NoFreePortException.class)
                .hasMessageContaining("61000-61002")
                .hasMessageContaining("2 are leased");
    }

    @Test
    void isOnDiskBeforeItIsUsed() {
        Lease lease = take();
        assertThat(folder.resolve(lease.id() + ".json")).isNotEmptyFile();
        assertThat(reopened().find(lease.id())).contains(lease);
    }

    @Test
    void everyChangeSurvivesARestart() {
        Lease lease = take();
        leases.openPinhole(lease.id());
        clock.advance(Duration.ofSeconds(3));
        leases.shutForNew(lease.id(), lease.memoryPort());
        Lease renewed = leases.renew(lease.id());
        assertThat(reopened().find(lease.id())).contains(renewed);
    }

    @Test
    void anEndedLeaseFreesItsPort() {
        Lease lease = take();
        leases.end(lease.id());
        assertThat(leases.all()).isEmpty();
        assertThat(folder.toFile().list()).isEmpty();
        assertThat(take().memoryPort()).isEqualTo(61000);
    }

    @Test
    void isFoundByItsMigration() {
        Lease lease = take();
        assertThat(leases.ofMigration(permit.migration())).contains(lease);
        assertThat(leases.ofMigration(UUID.randomUUID())).isEmpty();
    }

    @Test
    void thePinholeIsThePermits() {
        leases.openPinhole(take().id());
        assertThat(firewall.pinholes()).containsOnlyKeys(PINHOLE);
    }

    @Test
    void thePinholeOutlivesTheLeaseSoThatWhatRunsCanBeEndedFirst() {
        leases.openPinhole(take().id());
        assertThat(firewall.pinholes().get(PINHOLE)).isGreaterThan(StoredLeases.LIFE);
    }

    @Test
    void nothingIsOpenBeforeItWasAskedFor() {
        take();
        assertThat(firewall.pinholes()).isEmpty();
    }

    @Test
    void shuttingKeepsTheLease() {
        Lease lease = take();
        leases.openPinhole(lease.id());
        assertThat(leases.shutForNew(lease.id(), lease.memoryPort()).openPorts())
                .isEmpty();
        assertThat(firewall.pinholes()).isEmpty();
        assertThat(leases.find(lease.id())).isPresent();
    }

    @Test
    void aShutPinholeMayBeOpenedAgain() {
        Lease lease = take();
        Instant opened = leases.openPinhole(lease.id()).openedAt();
        leases.shutForNew(lease.id(), lease.memoryPort());
        clock.advance(Duration.ofSeconds(5));
        assertThat(leases.openPinhole(lease.id()).openedAt()).isEqualTo(opened);
        assertThat(firewall.pinholes()).containsOnlyKeys(PINHOLE);
    }

    @Test
    void renewingRenewsAnOpenPinholeToo() {
        Lease lease = take();
        leases.openPinhole(lease.id());
        firewall.forgetPinholes();
        clock.advance(Duration.ofSeconds(10));
        assertThat(leases.renew(lease.id()).expiresAt())
                .isEqualTo(clock.instant().plusSeconds(30));
        assertThat(firewall.pinholes()).containsOnlyKeys(PINHOLE);
    }

    @Test
    void renewingDoesNotOpenWhatIsShut() {
        Lease lease = take();
        leases.openPinhole(lease.id());
        leases.shutForNew(lease.id(), lease.memoryPort());
        leases.renew(lease.id());
        assertThat(firewall.pinholes()).isEmpty();
    }

    @Test
    void runsOutAfterThirtySeconds() {
        Lease lease = take();
        clock.advance(Duration.ofMillis(29_999));
        assertThat(leases.expired()).isEmpty();
        clock.advance(Duration.ofMillis(1));
        assertThat(leases.expired()).containsExactly(lease);
    }

    @Test
    void theRecordTellsThePinholesLife() {
        firewall.count(5, 100);
        Lease lease = take();
        leases.openPinhole(lease.id());
        clock.advance(Duration.ofSeconds(2));
        leases.shutForNew(lease.id(), lease.memoryPort());
        clock.advance(Duration.ofSeconds(8));
        firewall.count(7, 142);
        assertThat(leases.end(lease.id()))
                .containsExactly(new PinholeRecord(
                        "10.62.0.11",
                        "10.62.0.12",
                        61000,
                        Instant.parse("2026-11-21T10:00:00Z"),
                        Instant.parse("2026-11-21T10:00:02Z"),
                        Instant.parse("2026-11-21T10:00:10Z"),
                        2,
                        42));
    }

    @Test
    void countsThatBeganAnewAreTakenAsTheyAre() {
        firewall.count(5, 100);
        Lease lease = take();
        leases.openPinhole(lease.id());
        firewall.count(1, 3);
        assertThat(leases.end(lease.id()))
                .singleElement()
                .extracting(PinholeRecord::packetsAccepted, PinholeRecord::refused)
                .containsExactly(1L, 3L);
    }

    @Test
    void aLeaseWithoutPinholeHasNoRecord() {
        assertThat(leases.end(take().id())).isEmpty();
    }

    @Test
    void endingTwiceIsNoError() {
        Lease lease = take();
        leases.end(lease.id());
        assertThat(leases.end(lease.id())).isEmpty();
    }

    @Test
    void aLeaseThatIsGoneCannotBeUsed() {
        UUID gone = UUID.randomUUID();
        assertThatThrownBy(() -> leases.renew(gone)).isInstanceOf(UnknownLeaseException.class);
        assertThatThrownBy(() -> leases.openPinhole(gone)).isInstanceOf(UnknownLeaseException.class);
        assertThatThrownBy(() -> leases.shutForNew(gone, 61000))
                .isInstanceOf(UnknownLeaseException.class)
                .hasMessageContaining(gone.toString());
    }

    @Test
    void aKernelThatRefusesIsHeard() {
        Lease lease = take();
        firewall.fail("no");
        assertThatThrownBy(() -> leases.openPinhole(lease.id())).isInstanceOf(FirewallException.class);
    }

    @Test
    void aDamagedFileHoldsNoPort() throws Exception {
        UUID id = UUID.randomUUID();
        Files.writeString(folder.resolve(id + ".json"), "{\"id\":");
        StoredLeases again = reopened();
        assertThat(again.all()).isEmpty();
        assertThat(folder.resolve(id + ".json")).doesNotExist();
    }

    @Test
    void pinholesWithoutLeaseAreShut() {
        Lease lease = take();
        leases.openPinhole(lease.id());
        firewall.open(new Pinhole(Ip.of("10.62.0.66"), Ip.of("10.62.0.12"), 61001), Duration.ofSeconds(60));
        leases.shutOthers();
        assertThat(firewall.pinholes()).containsOnlyKeys(PINHOLE);
    }

    @Test
    void theProbeSeesWhoUsesAPort() throws Exception {
        try (java.net.ServerSocket server = new java.net.ServerSocket(0)) {
            assertThat(PortProbe.bind(server.getLocalPort())).isFalse();
        }
    }
}
