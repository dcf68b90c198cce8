package org.droveway.agent;

import java.io.IOException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.droveway.agent.config.AgentConfig;
import org.droveway.agent.inventory.VmSource;
import org.droveway.agent.lease.LeaseExpiry;
import org.droveway.agent.libvirt.Hypervisor;
import org.droveway.agent.libvirt.LibvirtHypervisor;
import org.droveway.agent.libvirt.LibvirtInventory;
import org.droveway.agent.link.CommandHandler;
import org.droveway.agent.migration.MigrationSurroundings;
import org.droveway.agent.migration.Migrations;

/** libvirt and the migrations that go through it, with their threads. */
final class MigrationSide implements AutoCloseable {
    private static final int TIMER_THREADS = 2;

    private final LibvirtHypervisor hypervisor;
    private final ExecutorService blocking = Executors.newCachedThreadPool(named("migration"));
    private final ScheduledExecutorService timers =
            Executors.newScheduledThreadPool(TIMER_THREADS, named("migration-timer"));
    private final ScheduledExecutorService asking = Executors.newSingleThreadScheduledExecutor(named("libvirt"));
    private final LibvirtInventory vms;
    private final Migrations migrations;

    MigrationSide(
            AgentConfig config, LibvirtHypervisor hypervisor, Function<Hypervisor, MigrationSurroundings> around) {
        this.hypervisor = hypervisor;
        this.vms = new LibvirtInventory(hypervisor, asking);
        this.migrations = new Migrations(config, around.apply(hypervisor), blocking, timers);
    }

    VmSource vms() {
        return vms;
    }

    CommandHandler commands() {
        return migrations.commands();
    }

    LeaseExpiry expiry() {
        return migrations.expiry();
    }

    void begin() throws IOException {
        migrations.begin();
    }

    private static ThreadFactory named(String name) {
        AtomicInteger number = new AtomicInteger();
        return work -> {
            Thread thread = new Thread(work, name + "-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
    }

    /** Migrations that run are left to libvirt and taken up again at the next start. */
    @Override
    public void close() {
        try {
            migrations.close();
        } catch (IOException e) {
            System.getLogger(MigrationSide.class.getName())
                    .log(System.Logger.Level.WARNING, "the listener for peers was not closed in order", e);
        }
        vms.close();
        asking.shutdownNow();
        timers.shutdownNow();
        blocking.shutdownNow();
        hypervisor.close();
    }
}
