package org.droveway.agent;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.droveway.agent.config.AgentConfig;
import org.droveway.agent.enrolment.EnrolmentRefusedException;
import org.droveway.agent.firewall.FirewallException;
import org.droveway.agent.firewall.KernelFirewall;
import org.droveway.agent.firewall.KernelStreams;
import org.droveway.agent.firewall.ModeSwitch;
import org.droveway.agent.firewall.Nftables;
import org.droveway.agent.firewall.StoredMode;
import org.droveway.agent.host.HostParts;
import org.droveway.agent.host.MigrationSide;
import org.droveway.agent.host.MigrationSideFactory;
import org.droveway.agent.identity.HostIdentity;
import org.droveway.agent.identity.UntrustedIdentityException;
import org.droveway.agent.inventory.HostFacts;
import org.droveway.agent.inventory.HostInventory;
import org.droveway.agent.journal.FileJournal;
import org.droveway.agent.journal.FileRedemptions;
import org.droveway.agent.lease.Lease;
import org.droveway.agent.lease.LeaseKeeper;
import org.droveway.agent.lease.StoredLeases;
import org.droveway.agent.link.Outbox;
import org.droveway.agent.observation.KernelInterfaces;
import org.droveway.agent.observation.KernelObserver;
import org.droveway.agent.observation.KernelRoutes;
import org.droveway.agent.store.DirectoryLock;
import org.droveway.agent.store.RecordStore;

/** Puts the parts together in the order in which they must be there: the firewall first, the engine last. */
final class Agent implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(Agent.class.getName());
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final AgentConfig config;
    private final Clock clock = Clock.systemUTC();
    private final Closing closing = new Closing();
    private final KernelInterfaces interfaces = new KernelInterfaces();

    private Agent(AgentConfig config) {
        this.config = config;
    }

    /** Runs until the latch reaches zero. */
    static void run(AgentConfig config, MigrationSideFactory migrations, CountDownLatch stopping)
            throws AgentFailedException, UntrustedIdentityException, EnrolmentRefusedException, InterruptedException {
        try (Agent agent = new Agent(config)) {
            agent.start(migrations, stopping);
            stopping.await();
            LOG.log(System.Logger.Level.INFO, "stopping; the firewall stays as it is");
        } catch (IOException | UncheckedIOException | FirewallException e) {
            throw new AgentFailedException("host " + config.host() + ": " + e.getMessage(), e);
        }
    }

    private void start(MigrationSideFactory factory, CountDownLatch stopping)
            throws IOException, AgentFailedException, UntrustedIdentityException, EnrolmentRefusedException,
                    InterruptedException {
        Path state = config.stateDirectory();
        DirectoryLock lock = DirectoryLock.take(state)
                .orElseThrow(() -> new AgentFailedException(
                        "another agent uses " + state + "; stop it, or give this one a stateDirectory of its own",
                        null));
        closing.add(lock::close);
        Nftables nftables = new Nftables();
        closing.add(nftables::close);
        KernelFirewall firewall = new KernelFirewall(nftables, config.portPool(), clock);
        ModeSwitch mode = new ModeSwitch(firewall, new StoredMode(state.resolve("mode.json")));
        mode.restore();
        HostIdentity identity = Enrolled.identity(config, interfaces, clock, stopping);
        StoredLeases leases = new StoredLeases(
                config.portPool(), new RecordStore<>(state.resolve("leases"), Lease.class), firewall, clock);
        FileJournal journal = new FileJournal(state.resolve("journal").resolve("events.log"));
        closing.add(journal::close);
        FileRedemptions redemptions =
                new FileRedemptions(state.resolve("journal").resolve("redeemed.log"), clock.instant());
        closing.add(redemptions::close);
        KernelObserver observer = new KernelObserver(
                new KernelStreams(nftables), interfaces, timer("sockets").executor());
        Outbox outbox = new Outbox(journal);
        MigrationSide migrations = factory.create(new HostParts(
                config,
                identity,
                firewall,
                leases,
                redemptions,
                observer,
                interfaces,
                new KernelRoutes(interfaces),
                outbox,
                clock));
        closing.add(migrations::close);
        keepLeases(leases, firewall, migrations);
        migrations.start();
        HostInventory inventory =
                new HostInventory(config, identity, firewall, interfaces, migrations.vms(), HostFacts::ofKernel, clock);
        EngineSide engine = new EngineSide(config, identity, journal, outbox, migrations, mode::change, inventory);
        closing.add(engine::close);
        engine.start(new Renewal(config, identity, interfaces, outbox::pass, clock));
        LOG.log(System.Logger.Level.INFO, () -> "host " + config.host() + " is ready, mode " + firewall.mode());
    }

    private void keepLeases(StoredLeases leases, KernelFirewall firewall, MigrationSide migrations) {
        LeaseKeeper keeper = new LeaseKeeper(leases, migrations.expiry());
        keeper.recover();
        timer("leases").every(SECOND, keeper::tick);
        timer("firewall").every(SECOND, firewall::repair);
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
