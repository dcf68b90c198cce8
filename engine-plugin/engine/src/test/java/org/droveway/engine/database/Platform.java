package org.droveway.engine.database;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import org.droveway.engine.inventory.HostStatus;
import org.droveway.engine.inventory.Inventory;
import org.droveway.engine.inventory.InventoryChanges;
import org.droveway.engine.inventory.InventoryListener;
import org.droveway.engine.inventory.Subscription;
import org.droveway.engine.inventory.Vm;
import org.droveway.engine.migration.ExecutorAbilities;
import org.droveway.engine.migration.MigrationExecutor;
import org.droveway.engine.migration.MigrationListener;
import org.droveway.engine.migration.MigrationTask;
import org.droveway.engine.migration.NegotiationOutcome;
import org.droveway.engine.sample.SampleHost;
import org.droveway.protocol.Refusal;

/** Hosts that report what a test says, and whose migrations never end by themselves. */
public final class Platform implements Inventory, MigrationExecutor {
    private final List<HostStatus> hosts = new CopyOnWriteArrayList<>();

    /** The host is there from now on. */
    void add(SampleHost host) {
        hosts.add(host.status());
    }

    @Override
    public List<HostStatus> hosts() {
        return List.copyOf(hosts);
    }

    @Override
    public List<Vm> vms() {
        return hosts.stream().flatMap(h -> InventoryChanges.vmsOf(h).stream()).toList();
    }

    @Override
    public Subscription subscribe(InventoryListener listener) {
        return () -> {};
    }

    @Override
    public ExecutorAbilities abilities() {
        return ExecutorAbilities.ALL;
    }

    @Override
    public CompletionStage<NegotiationOutcome> start(MigrationTask task) {
        return new CompletableFuture<>();
    }

    @Override
    public CompletionStage<NegotiationOutcome> ask(MigrationTask task) {
        return new CompletableFuture<>();
    }

    @Override
    public CompletionStage<List<Refusal>> cancel(UUID migration) {
        return new CompletableFuture<>();
    }

    @Override
    public Subscription observe(MigrationListener listener) {
        return () -> {};
    }
}
