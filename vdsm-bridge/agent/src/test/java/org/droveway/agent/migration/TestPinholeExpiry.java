package org.droveway.agent.migration;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.droveway.agent.config.PortPool;
import org.droveway.agent.firewall.KernelFirewall;
import org.droveway.agent.firewall.Nftables;
import org.droveway.agent.lease.Lease;
import org.droveway.agent.lease.LeaseKeeper;
import org.droveway.agent.lease.StoredLeases;
import org.droveway.agent.store.RecordStore;
import org.droveway.agent.testing.FakeHypervisor;
import org.droveway.agent.testing.NetworkNamespace;
import org.droveway.agent.testing.Permits;
import org.droveway.agent.testing.SettableClock;
import org.droveway.protocol.host.HostMode;
import org.droveway.protocol.permit.Permit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same expiry with the kernel's own pinholes. */
class TestPinholeExpiry {
    private static final PortPool POOL = new PortPool(61000, 61009);

    private final NetworkNamespace namespace = new NetworkNamespace();
    private final FakeHypervisor hypervisor = new FakeHypervisor();
    private final SettableClock clock = new SettableClock(Instant.parse("2026-11-21T10:00:00Z"));
    private final Permit permit = Permits.from("10.62.0.11", "10.62.0.12");

    @TempDir
    private Path folder;

    private Nftables nftables;
    private StoredLeases leases;
    private LeaseKeeper keeper;

    @BeforeEach
    void open() {
        KernelFirewall firewall = namespace.call(() -> {
            nftables = new Nftables();
            KernelFirewall made = new KernelFirewall(nftables, POOL, clock);
            made.apply(HostMode.ENFORCE);
            return made;
        });
        leases = new StoredLeases(POOL, new RecordStore<>(folder.resolve("leases"), Lease.class), firewall, clock);
        DestinationSessions sessions =
                new DestinationSessions(new RecordStore<>(folder.resolve("in"), DestinationRecord.class));
        keeper = new LeaseKeeper(leases, new Expiry(hypervisor, sessions, new IncomingVm(hypervisor, clock)));
        leases.openPinhole(leases.take(permit).id());
    }

    @AfterEach
    void close() {
        nftables.close();
        namespace.close();
    }

    private String pinholes() {
        return namespace.run("nft", "list", "set", "inet", "droveway", "pinholes4");
    }

    @Test
    void thePinholeGoesWithTheLease() {
        assertThat(pinholes()).contains("10.62.0.11 . 10.62.0.12 . 61000");
        clock.advance(Duration.ofSeconds(31));
        keeper.tick();
        assertThat(pinholes()).doesNotContain("elements");
    }

    @Test
    void itStaysUnderALiveCallAndGoesAfterIt() {
        hypervisor.domains.put(permit.vm(), FakeHypervisor.INCOMING);
        clock.advance(Duration.ofSeconds(31));
        keeper.tick();
        assertThat(pinholes()).contains("10.62.0.11 . 10.62.0.12 . 61000");
        assertThat(hypervisor.domains).isEmpty();
        keeper.tick();
        assertThat(pinholes()).doesNotContain("elements");
    }

    @Test
    void afterARestartOnlyWhatStillLivesIsOpen() {
        hypervisor.domains.put(permit.vm(), FakeHypervisor.INCOMING);
        leases.openPinhole(leases.take(Permits.from("10.62.0.13", "10.62.0.12")).id());
        keeper.recover();
        assertThat(pinholes()).contains("10.62.0.11 . 10.62.0.12 . 61000").doesNotContain("10.62.0.13");
    }
}
