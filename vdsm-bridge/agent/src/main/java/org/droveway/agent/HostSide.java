package org.droveway.agent;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.droveway.agent.config.AgentConfig;
import org.droveway.agent.firewall.KernelFirewall;
import org.droveway.agent.firewall.KernelStreams;
import org.droveway.agent.firewall.ModeSwitch;
import org.droveway.agent.firewall.Nftables;
import org.droveway.agent.firewall.StoredMode;
import org.droveway.agent.journal.FileJournal;
import org.droveway.agent.journal.FileRedemptions;
import org.droveway.agent.lease.Lease;
import org.droveway.agent.lease.LeaseExpiry;
import org.droveway.agent.lease.LeaseKeeper;
import org.droveway.agent.lease.StoredLeases;
import org.droveway.agent.observation.KernelInterfaces;
import org.droveway.agent.observation.KernelObserver;
import org.droveway.agent.store.RecordStore;

/** What the agent has of its host: kernel and disk. The firewall is as it was before anything else is made. */
final class HostSide implements AutoCloseable {
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final Closing closing = new Closing();
    private final KernelFirewall firewall;
    private final ModeSwitch mode;
    private final StoredLeases leases;
    private final FileJournal journal;
    private final FileRedemptions redemptions;
    private final KernelObserver observer;

    HostSide(AgentConfig config, KernelInterfaces interfaces, Clock clock) {
        Path state = config.stateDirectory();
        Nftables nftables = new Nftables();
        closing.add(nftables::close);
        firewall = new KernelFirewall(nftables, config.portPool(), clock);
        mode = new ModeSwitch(firewall, new StoredMode(state.resolve("mode.json")));
        mode.restore();
        leases = new StoredLeases(
                config.portPool(), new RecordStore<>(state.resolve("leases"), Lease.class), firewall, clock);
        journal = new FileJournal(state.resolve("journal").resolve("events.log"));
        closing.add(journal::close);
        redemptions = new FileRedemptions(state.resolve("journal").resolve("redeemed.log"), clock.instant());
        closing.add(redemptions::close);
        observer = new KernelObserver(
                new KernelStreams(nftables), interfaces, timer("sockets").executor());
    }

    /** Ends leases that a crash left, then watches over leases and firewall. */
    void keep(LeaseExpiry expiry) {
        LeaseKeeper keeper = new LeaseKeeper(leases, expiry);
        keeper.recover();
        timer("leases").every(SECOND, keeper::tick);
        timer("firewall").every(SECOND, firewall::repair);
    }

    KernelFirewall firewall() {
        return firewall;
    }

    ModeSwitch mode() {
        return mode;
    }

    StoredLeases leases() {
        return leases;
    }

    FileJournal journal() {
        return journal;
    }

    FileRedemptions redemptions() {
        return redemptions;
    }

    KernelObserver observer() {
        return observer;
    }

    private Timer timer(String name) {
        Timer timer = new Timer(name);
        closing.add(timer::close);
        return timer;
    }

    @Override
    public void close() {
        closing.close();
    }
}
