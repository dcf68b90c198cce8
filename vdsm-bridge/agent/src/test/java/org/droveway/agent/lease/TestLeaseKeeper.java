package org.droveway.agent.lease;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.droveway.agent.config.PortPool;
import org.droveway.agent.firewall.Pinhole;
import org.droveway.agent.store.RecordStore;
import org.droveway.agent.testing.FakeFirewall;
import org.droveway.agent.testing.Ip;
import org.droveway.agent.testing.Permits;
import org.droveway.agent.testing.SettableClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TestLeaseKeeper {
    private static final Duration OVER = Duration.ofSeconds(31);

    private final FakeFirewall firewall = new FakeFirewall();
    private final SettableClock clock = new SettableClock(Instant.parse("2026-11-21T10:00:00Z"));
    private final Set<UUID> alive = new HashSet<>();
    private final List<UUID> aborted = new ArrayList<>();

    @TempDir
    private Path folder;

    private StoredLeases leases;
    private LeaseKeeper keeper;

    @BeforeEach
    void open() {
        leases = new StoredLeases(
                new PortPool(61000, 61009), new RecordStore<>(folder, Lease.class), firewall, clock, port -> true);
        keeper = new LeaseKeeper(leases, new LeaseExpiry() {
            @Override
            public boolean isAlive(Lease lease) {
                return alive.contains(lease.id());
            }

            @Override
            public void abort(Lease lease) {
                aborted.add(lease.id());
            }
        });
    }

    private Lease opened() {
        return leases.openPinhole(
                leases.take(Permits.from("10.62.0.11", "10.62.0.12")).id());
    }

    @Test
    void leavesARenewedLeaseAlone() {
        Lease lease = opened();
        clock.advance(Duration.ofSeconds(20));
        leases.renew(lease.id());
        clock.advance(Duration.ofSeconds(20));
        keeper.tick();
        assertThat(leases.all()).hasSize(1);
        assertThat(aborted).isEmpty();
    }

    @Test
    void endsWhatRanOutAndIsDead() {
        opened();
        clock.advance(OVER);
        keeper.tick();
        assertThat(leases.all()).isEmpty();
        assertThat(firewall.pinholes()).isEmpty();
        assertThat(aborted).isEmpty();
    }

    @Test
    void neverEndsUnderALiveCall() {
        Lease lease = opened();
        alive.add(lease.id());
        clock.advance(OVER);
        keeper.tick();
        assertThat(leases.all()).hasSize(1);
        assertThat(firewall.pinholes()).hasSize(1);
        assertThat(aborted).containsExactly(lease.id());
    }

    @Test
    void abortsAgainUntilTheEnd() {
        Lease lease = opened();
        alive.add(lease.id());
        clock.advance(OVER);
        for (int i = 0; i < 10; i++) {
            keeper.tick();
            clock.advance(Duration.ofSeconds(20));
        }
        assertThat(aborted).hasSize(10).containsOnly(lease.id());
        alive.clear();
        keeper.tick();
        assertThat(leases.all()).isEmpty();
        assertThat(firewall.pinholes()).isEmpty();
    }

    @Test
    void keepsTheKernelFromClosingAPinholeMeanwhile() {
        Lease lease = opened();
        alive.add(lease.id());
        clock.advance(OVER);
        firewall.forgetPinholes();
        keeper.tick();
        assertThat(firewall.pinholes()).hasSize(1);
    }

    @Test
    void aLeaseThatIsRenewedWhileBeingAbortedLivesOn() {
        Lease lease = opened();
        alive.add(lease.id());
        clock.advance(OVER);
        keeper.tick();
        leases.renew(lease.id());
        alive.clear();
        keeper.tick();
        assertThat(leases.all()).hasSize(1);
    }

    @Test
    void afterAStartDeadLeasesGoAtOnce() {
        opened();
        keeper.recover();
        assertThat(leases.all()).isEmpty();
        assertThat(firewall.pinholes()).isEmpty();
    }

    @Test
    void afterAStartLiveLeasesStayWithTheirPinholes() {
        Lease lease = opened();
        alive.add(lease.id());
        firewall.forgetPinholes();
        keeper.recover();
        assertThat(leases.all()).hasSize(1);
        assertThat(firewall.pinholes()).hasSize(1);
    }

    @Test
    void afterAStartShutPinholesStayShut() {
        Lease lease = opened();
        leases.shutForNew(lease.id(), lease.memoryPort());
        alive.add(lease.id());
        keeper.recover();
        assertThat(firewall.pinholes()).isEmpty();
    }

    @Test
    void afterAStartPinholesThatNobodyHoldsAreShut() {
        firewall.open(new Pinhole(Ip.of("10.62.0.66"), Ip.of("10.62.0.12"), 61007), Duration.ofSeconds(60));
        keeper.recover();
        assertThat(firewall.pinholes()).isEmpty();
    }
}
