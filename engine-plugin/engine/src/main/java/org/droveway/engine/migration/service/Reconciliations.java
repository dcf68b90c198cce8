package org.droveway.engine.migration.service;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.droveway.engine.inventory.Host;
import org.droveway.engine.inventory.InventorySnapshot;
import org.droveway.engine.inventory.Vm;
import org.droveway.engine.migration.Life;
import org.droveway.engine.migration.Migration;
import org.droveway.engine.migration.Reconciler;
import org.droveway.engine.migration.Reconciliation;
import org.droveway.engine.migration.Witnesses;
import org.droveway.engine.migration.store.EventCursors;
import org.droveway.engine.migration.store.MigrationStore;
import org.droveway.protocol.host.VmState;
import org.jspecify.annotations.Nullable;

/** Looks after migrations that nobody may finish: from the engine's start on, again and again. */
@ApplicationScoped
class Reconciliations {
    private static final Logger LOG = System.getLogger(Reconciliations.class.getName());

    private static final long PERIOD_SECONDS = 5;

    /** A permit redeemed in its last moment is followed by a negotiation, whose event must have come before we decide. */
    private static final Duration GRACE = Duration.ofMinutes(1);

    @Resource
    ManagedScheduledExecutorService threads;

    @Inject
    MigrationStore store;

    @Inject
    EventCursors cursors;

    @Inject
    SnapshotReader snapshots;

    @Inject
    Cancellations cancellations;

    @Inject
    ProgressBoard progress;

    @Inject
    Clock clock;

    private @Nullable ScheduledFuture<?> passes;

    void start(@Observes @Initialized(ApplicationScoped.class) Object start) {
        passes = threads.scheduleWithFixedDelay(this::pass, PERIOD_SECONDS, PERIOD_SECONDS, TimeUnit.SECONDS);
    }

    @PreDestroy
    void stop() {
        if (passes != null) {
            passes.cancel(false);
        }
    }

    /** A pass that fails must not be the last: the scheduler drops a task that throws. */
    private void pass() {
        try {
            List<Migration> unfinished = store.unfinished();
            if (!unfinished.isEmpty()) {
                InventorySnapshot snapshot = snapshots.read();
                unfinished.forEach(migration -> reconcile(migration, snapshot));
            }
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "migrations could not be reconciled; tried again in " + PERIOD_SECONDS + " s", e);
        }
    }

    private void reconcile(Migration unfinished, InventorySnapshot snapshot) {
        Witnesses witnesses = witnesses(unfinished, snapshot);
        if (witnesses.sourceCaughtUp()) {
            cancellations.remind(unfinished);
        }
        if (Reconciler.decide(unfinished, witnesses) instanceof Reconciliation.End) {
            store.update(unfinished.id(), migration -> end(migration, witnesses));
        }
    }

    /** Decides again on the locked record: an event may have come meanwhile. */
    private Migration end(Migration migration, Witnesses witnesses) {
        if (!(Reconciler.decide(migration, witnesses) instanceof Reconciliation.End end)) {
            return migration;
        }
        progress.forget(migration.id());
        LOG.log(Level.WARNING, "migration {0} ends {1}: {2}", migration.id(), end.state(), end.detail());
        String vmHost = end.vmHost().orElse(null);
        return Life.advance(migration, end.state(), witnesses.now(), vmHost, end.detail(), List.of());
    }

    private Witnesses witnesses(Migration migration, InventorySnapshot snapshot) {
        String source = migration.plan().from();
        return new Witnesses(
                clock.instant(),
                store.permitExpiry(migration.id()).plus(GRACE),
                snapshot.host(source).isPresent(),
                snapshot.host(source).filter(Host::isUp).isPresent() && cursors.isCaughtUp(source),
                hosts(migration, snapshot, vm -> vm.report().state() == VmState.RUNNING),
                hosts(migration, snapshot, vm -> true));
    }

    private static List<String> hosts(Migration migration, InventorySnapshot snapshot, Predicate<Vm> which) {
        return snapshot.vms().stream()
                .filter(vm -> vm.id().equals(migration.plan().vmId()))
                .filter(which)
                .map(Vm::host)
                .sorted()
                .toList();
    }
}
