package org.droveway.agent.migration;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.droveway.agent.config.PortPool;
import org.droveway.agent.lease.Lease;
import org.droveway.agent.lease.LeaseKeeper;
import org.droveway.agent.lease.StoredLeases;
import org.droveway.agent.libvirt.DomainDescription;
import org.droveway.agent.libvirt.DomainStatus;
import org.droveway.agent.relay.RelayContract;
import org.droveway.agent.store.RecordStore;
import org.droveway.agent.testing.FakeFirewall;
import org.droveway.agent.testing.FakeHypervisor;
import org.droveway.agent.testing.Permits;
import org.droveway.agent.testing.SettableClock;
import org.droveway.protocol.MigrationParameters;
import org.droveway.protocol.Security;
import org.droveway.protocol.peer.PeerResponse;
import org.droveway.protocol.permit.Permit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What becomes of an incoming migration whose source stays away: leases, sessions, guest and pinhole together. */
class TestLeaseExpiry {
    private static final Duration OVER = Duration.ofSeconds(31);

    private final FakeFirewall firewall = new FakeFirewall();
    private final FakeHypervisor hypervisor = new FakeHypervisor();
    private final SettableClock clock = new SettableClock(Instant.parse("2026-11-21T10:00:00Z"));
    private final Permit permit = Permits.from("10.62.0.11", "10.62.0.12");
    private final UUID vm = permit.vm();

    @TempDir
    private Path folder;

    private StoredLeases leases;
    private DestinationSessions sessions;
    private LeaseKeeper keeper;
    private DestinationSweep sweep;
    private Lease lease;

    @BeforeEach
    void begin() {
        start();
        lease = leases.openPinhole(leases.take(permit).id());
        RelayContract contract = new RelayContract(
                DomainDescription.parse(FakeHypervisor.xml()),
                "10.62.0.12",
                61000,
                null,
                new MigrationParameters(Security.SECURE, null, null, "h2"),
                Map.of(),
                false,
                "qemu:///system");
        assertThat(sessions.begin(new DestinationRecord(lease.id(), permit, DestinationPhase.RELAYING), contract))
                .isTrue();
    }

    /** Also again, after everything but the files is lost. */
    private void start() {
        leases = new StoredLeases(
                new PortPool(61000, 61009), new RecordStore<>(folder.resolve("leases"), Lease.class), firewall, clock);
        sessions = new DestinationSessions(new RecordStore<>(folder.resolve("in"), DestinationRecord.class));
        Expiry expiry = new Expiry(hypervisor, sessions, new IncomingVm(hypervisor, clock));
        keeper = new LeaseKeeper(leases, expiry);
        sweep = new DestinationSweep(hypervisor, leases, sessions, "h2");
    }

    private void tick() {
        keeper.tick();
        sweep.sweep();
    }

    private void nothingIsLeft() {
        assertThat(leases.all()).isEmpty();
        assertThat(firewall.pinholes()).isEmpty();
        assertThat(sessions.all()).isEmpty();
        assertThat(folder.resolve("leases")).isEmptyDirectory();
        assertThat(folder.resolve("in")).isEmptyDirectory();
    }

    @Test
    void aLeaseInTimeIsLeftAlone() {
        hypervisor.domains.put(vm, FakeHypervisor.INCOMING);
        clock.advance(Duration.ofSeconds(29));
        tick();
        assertThat(leases.find(lease.id())).isPresent();
        assertThat(firewall.pinholes()).hasSize(1);
        assertThat(sessions.all()).hasSize(1);
        assertThat(hypervisor.domains).containsEntry(vm, FakeHypervisor.INCOMING);
    }

    @Test
    void anIncomingGuestIsRemovedBeforeItsPinhole() {
        hypervisor.domains.put(vm, FakeHypervisor.INCOMING);
        clock.advance(OVER);
        tick();
        assertThat(hypervisor.domains).isEmpty();
        assertThat(firewall.pinholes()).hasSize(1);
        tick();
        nothingIsLeft();
    }

    @Test
    void whatLibvirtHasCleanedUpItselfGoesAtOnce() {
        clock.advance(OVER);
        tick();
        nothingIsLeft();
    }

    @Test
    void whileLibvirtDoesNotAnswerNothingIsEnded() {
        hypervisor.domains.put(vm, FakeHypervisor.INCOMING);
        hypervisor.reachable = false;
        clock.advance(OVER);
        tick();
        assertThat(leases.find(lease.id())).isPresent();
        assertThat(firewall.pinholes()).hasSize(1);
        assertThat(sessions.all()).hasSize(1);
    }

    @Test
    void aDaemonThatWasDownOnceDoesNotKeepTheLeaseForEver() {
        hypervisor.domains.put(vm, FakeHypervisor.INCOMING);
        hypervisor.reachable = false;
        clock.advance(OVER);
        tick();
        hypervisor.reachable = true;
        tick();
        assertThat(hypervisor.domains).isEmpty();
        tick();
        nothingIsLeft();
    }

    @Test
    void aGuestThatWaitsForItsReleaseIsKeptWithoutItsPort() {
        hypervisor.domains.put(vm, FakeHypervisor.HANDED_OVER);
        clock.advance(OVER);
        tick();
        assertThat(leases.all()).isEmpty();
        assertThat(firewall.pinholes()).isEmpty();
        assertThat(hypervisor.domains).containsEntry(vm, FakeHypervisor.HANDED_OVER);
        assertThat(sessions.find(lease.id(), "h1")).isPresent();
    }

    @ParameterizedTest
    @EnumSource(
            value = DestinationPhase.class,
            names = {"RUNNING", "RELEASED"})
    void aGuestThatMayRunAndDoesIsOver(DestinationPhase phase) {
        sessions.advance(sessions.find(lease.id()).orElseThrow(), phase);
        hypervisor.domains.put(vm, FakeHypervisor.RUNNING);
        clock.advance(OVER);
        tick();
        nothingIsLeft();
        assertThat(hypervisor.domains).containsEntry(vm, FakeHypervisor.RUNNING);
    }

    @ParameterizedTest
    @EnumSource(
            value = DestinationPhase.class,
            names = {"RUNNING", "RELEASED"},
            mode = EnumSource.Mode.EXCLUDE)
    void aGuestThatRunsWithoutReleaseIsKeptForAPerson(DestinationPhase phase) {
        sessions.advance(sessions.find(lease.id()).orElseThrow(), phase);
        hypervisor.domains.put(vm, FakeHypervisor.RUNNING);
        clock.advance(OVER);
        tick();
        assertThat(hypervisor.domains).containsEntry(vm, FakeHypervisor.RUNNING);
        assertThat(sessions.all()).hasSize(1);
        assertThat(firewall.pinholes()).isEmpty();
    }

    @Test
    void theSourceIsStillToldWhatCameOfIt() {
        clock.advance(OVER);
        tick();
        assertThat(sessions.answered(lease.id()))
                .map(PeerResponse.Closed::observation)
                .hasValueSatisfying(seen -> assertThat(seen.host()).isEqualTo("h2"));
    }

    @Test
    void afterARestartTheSameIsDone() {
        hypervisor.domains.put(vm, DomainStatus.of(3, 11));
        clock.advance(OVER);
        start();
        keeper.recover();
        assertThat(leases.find(lease.id())).isPresent();
        tick();
        tick();
        nothingIsLeft();
        assertThat(hypervisor.domains).isEmpty();
    }
}
