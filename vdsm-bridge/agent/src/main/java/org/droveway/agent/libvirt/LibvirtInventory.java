package org.droveway.agent.libvirt;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.droveway.agent.inventory.VmSource;
import org.droveway.protocol.host.VmReport;
import org.jspecify.annotations.Nullable;

/** Keeps what libvirt says at hand, so that a hanging daemon holds nobody up; asks at every event, a moment after it, and every two seconds. */
public final class LibvirtInventory implements VmSource, AutoCloseable {
    private static final System.Logger LOG = System.getLogger(LibvirtInventory.class.getName());
    private static final long PERIOD_MS = 2_000;
    /** libvirt tells that a domain was undefined before it forgets it: who asks at once may be told that it is there, off. */
    private static final long SETTLES_IN_MS = 100;

    private final Hypervisor hypervisor;
    private final ScheduledExecutorService executor;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final AtomicBoolean asking = new AtomicBoolean();
    private final AtomicBoolean askingAgain = new AtomicBoolean();
    private final Hypervisor.Subscription subscription;
    private final ScheduledFuture<?> period;
    private volatile Known known = new Known(List.of(), null);

    private record Known(List<VmReport> vms, @Nullable HypervisorVersions versions) {}

    /**
     * Asks once before it returns, so that the first report is whole.
     *
     * @param executor its thread may be blocked by libvirt for as long as keepalive takes, 15 s
     */
    public LibvirtInventory(Hypervisor hypervisor, ScheduledExecutorService executor) {
        this.hypervisor = hypervisor;
        this.executor = executor;
        refresh();
        this.subscription = hypervisor.onLifecycle(event -> refreshSoon());
        this.period = executor.scheduleWithFixedDelay(this::refresh, PERIOD_MS, PERIOD_MS, TimeUnit.MILLISECONDS);
    }

    @Override
    public List<VmReport> vms() {
        return known.vms();
    }

    @Override
    public Optional<String> libvirtVersion() {
        return Optional.ofNullable(known.versions()).map(HypervisorVersions::libvirt);
    }

    @Override
    public Optional<String> qemuVersion() {
        return Optional.ofNullable(known.versions()).map(HypervisorVersions::qemu);
    }

    @Override
    public void onChange(Runnable listener) {
        listeners.add(listener);
    }

    @Override
    public void close() {
        subscription.close();
        period.cancel(false);
        executor.shutdownNow();
    }

    private void refreshSoon() {
        refreshIn(0, asking);
        refreshIn(SETTLES_IN_MS, askingAgain);
    }

    private void refreshIn(long milliseconds, AtomicBoolean planned) {
        if (planned.compareAndSet(false, true)) {
            Future<?> unused = executor.schedule(
                    () -> {
                        planned.set(false);
                        refresh();
                    },
                    milliseconds,
                    TimeUnit.MILLISECONDS);
        }
    }

    private void refresh() {
        Known before = known;
        Known now = ask();
        known = now;
        if (!now.equals(before)) {
            listeners.forEach(Runnable::run);
        }
    }

    private Known ask() {
        try {
            return new Known(hypervisor.vms(), hypervisor.versions());
        } catch (HypervisorException e) {
            LOG.log(System.Logger.Level.WARNING, "inventory: " + e.getMessage());
            return new Known(List.of(), null);
        }
    }
}
