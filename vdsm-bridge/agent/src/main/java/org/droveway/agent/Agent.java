package org.droveway.agent;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.droveway.agent.config.AgentConfig;
import org.droveway.agent.enrolment.EnrolmentRefusedException;
import org.droveway.agent.firewall.FirewallException;
import org.droveway.agent.host.HostFiles;
import org.droveway.agent.identity.HostIdentity;
import org.droveway.agent.identity.UntrustedIdentityException;
import org.droveway.agent.image.QemuImg;
import org.droveway.agent.inventory.HostFacts;
import org.droveway.agent.inventory.HostInventory;
import org.droveway.agent.libvirt.Hypervisor;
import org.droveway.agent.libvirt.LibvirtHypervisor;
import org.droveway.agent.libvirt.QemuProcesses;
import org.droveway.agent.link.Outbox;
import org.droveway.agent.migration.MigrationSurroundings;
import org.droveway.agent.observation.KernelInterfaces;
import org.droveway.agent.observation.KernelRoutes;
import org.droveway.agent.ownership.Ownership;
import org.droveway.agent.preflight.HostSurvey;
import org.droveway.agent.qemu.QemuCatalogue;
import org.droveway.agent.store.DirectoryLock;

/** Puts the parts together in the order in which they must be there: the firewall first, the engine last. */
final class Agent implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(Agent.class.getName());

    private final AgentConfig config;
    private final Clock clock = Clock.systemUTC();
    private final Closing closing = new Closing();
    private final KernelInterfaces interfaces = new KernelInterfaces();

    private Agent(AgentConfig config) {
        this.config = config;
    }

    /** Runs until the latch reaches zero. */
    static void run(AgentConfig config, CountDownLatch stopping)
            throws AgentFailedException, UntrustedIdentityException, EnrolmentRefusedException, InterruptedException {
        try (Agent agent = new Agent(config)) {
            agent.start(stopping);
            stopping.await();
            LOG.log(System.Logger.Level.INFO, "stopping; the firewall stays as it is");
        } catch (UncheckedIOException e) {
            throw new AgentFailedException("host " + config.host() + ": " + e.getMessage() + ": " + e.getCause(), e);
        } catch (IOException | FirewallException e) {
            throw new AgentFailedException("host " + config.host() + ": " + e.getMessage(), e);
        }
    }

    private void start(CountDownLatch stopping)
            throws IOException, AgentFailedException, UntrustedIdentityException, EnrolmentRefusedException,
                    InterruptedException {
        lockState();
        HostSide host = new HostSide(config, interfaces, clock);
        closing.add(host::close);
        HostIdentity identity = Enrolled.identity(config, interfaces, clock, stopping);
        Outbox outbox = new Outbox(host.journal());
        MigrationSide migrations = migrations(host, identity, outbox);
        closing.add(migrations::close);
        host.keep(migrations.expiry());
        migrations.begin();
        HostInventory inventory = new HostInventory(
                config, identity, host.firewall(), interfaces, migrations.vms(), HostFacts::ofKernel, clock);
        EngineSide engine = new EngineSide(host, outbox, migrations, inventory);
        closing.add(engine::close);
        engine.start(config.host(), identity, new Renewal(config, identity, interfaces, outbox::pass, clock));
        LOG.log(
                System.Logger.Level.INFO,
                () -> "host " + config.host() + " is ready, mode "
                        + host.firewall().mode());
    }

    private void lockState() throws AgentFailedException {
        DirectoryLock lock = DirectoryLock.take(config.stateDirectory())
                .orElseThrow(() -> new AgentFailedException("another agent uses " + config.stateDirectory()
                        + "; stop it, or give this one a stateDirectory of its own"));
        closing.add(lock::close);
    }

    private HostSurvey survey(Hypervisor hypervisor) {
        ExecutorService asking = Executors.newCachedThreadPool(work -> {
            Thread thread = new Thread(work, "qemu");
            thread.setDaemon(true);
            return thread;
        });
        closing.add(asking::shutdownNow);
        Path root = Path.of("/");
        return new HostSurvey(
                hypervisor, new HostFiles(root), new Ownership(root), new QemuCatalogue(asking, clock)::of, clock);
    }

    private MigrationSide migrations(HostSide host, HostIdentity identity, Outbox outbox) {
        LibvirtHypervisor libvirt = new LibvirtHypervisor(config.libvirtUri(), clock);
        return new MigrationSide(
                config,
                libvirt,
                hypervisor -> new MigrationSurroundings(
                        identity,
                        hypervisor,
                        new QemuImg(),
                        new QemuProcesses(config.libvirtSocket().resolveSibling("qemu")),
                        host.leases(),
                        host.firewall(),
                        host.redemptions(),
                        interfaces,
                        new KernelRoutes(interfaces),
                        host.observer(),
                        survey(hypervisor),
                        outbox,
                        clock));
    }

    @Override
    public void close() {
        closing.close();
    }
}
