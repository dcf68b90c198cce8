package org.droveway.engine.platform.memory;

import java.security.PublicKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.droveway.engine.inventory.Subscription;
import org.droveway.engine.migration.ExecutorAbilities;
import org.droveway.engine.migration.MigrationExecutor;
import org.droveway.engine.migration.MigrationListener;
import org.droveway.engine.migration.MigrationTask;
import org.droveway.engine.migration.NegotiationOutcome;
import org.droveway.protocol.Refusal;
import org.droveway.protocol.RefusalCode;
import org.droveway.protocol.link.Agreement;
import org.jspecify.annotations.Nullable;

/** Moves VMs between entries of {@link MemoryInventory}, on a thread of its own. */
public final class MemoryExecutor implements MigrationExecutor, AutoCloseable {
    private static final int FIRST_PORT = 61_000;

    private final MemoryInventory inventory;
    private final ExecutorAbilities abilities;
    private final PublicKey permitKey;
    private final ExecutorService thread =
            Executors.newSingleThreadExecutor(task -> new Thread(task, "memory-platform"));
    private final MemoryOutbox outbox = new MemoryOutbox(thread);

    // Touched by the thread only.
    private final Map<UUID, MemoryMove> moves = new LinkedHashMap<>();
    private final Set<UUID> redeemed = new HashSet<>();
    private final List<Refusal> refuseNext = new ArrayList<>();
    private boolean held;
    private boolean failing;
    private int nextPort = FIRST_PORT;

    public MemoryExecutor(MemoryInventory inventory, ExecutorAbilities abilities, PublicKey permitKey) {
        this.inventory = inventory;
        this.abilities = abilities;
        this.permitKey = permitKey;
    }

    @Override
    public ExecutorAbilities abilities() {
        return abilities;
    }

    @Override
    public CompletionStage<NegotiationOutcome> start(MigrationTask task) {
        return CompletableFuture.supplyAsync(() -> startNow(task), thread);
    }

    @Override
    public CompletionStage<NegotiationOutcome> ask(MigrationTask task) {
        return CompletableFuture.supplyAsync(() -> negotiate(task, null), thread);
    }

    @Override
    public CompletionStage<List<Refusal>> cancel(UUID migration) {
        return CompletableFuture.supplyAsync(() -> cancelNow(migration), thread);
    }

    @Override
    public Subscription observe(MigrationListener listener) {
        return outbox.add(listener);
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }

    /** From now on copies begin but do not go on. */
    public void hold() {
        thread.execute(() -> held = true);
    }

    /** Held copies go on. */
    public void release() {
        thread.execute(() -> {
            held = false;
            List.copyOf(moves.values()).forEach(this::goOn);
        });
    }

    /** From now on copies fail. */
    public void fail() {
        thread.execute(() -> failing = true);
    }

    /** The next negotiation has these reasons against it, beside its own. */
    public void refuseNext(List<Refusal> refusals) {
        thread.execute(() -> refuseNext.addAll(refusals));
    }

    private NegotiationOutcome startNow(MigrationTask task) {
        int port = nextPort;
        NegotiationOutcome outcome = negotiate(task, port);
        if (outcome instanceof NegotiationOutcome.Agreed) {
            nextPort++;
            redeemed.add(task.permit().verify(permitKey).id());
            MemoryMove move = new MemoryMove(task, inventory, outbox, port, Instant.now());
            moves.put(move.id(), move);
            thread.execute(move::begin);
            thread.execute(() -> goOn(move));
        }
        return outcome;
    }

    private NegotiationOutcome negotiate(MigrationTask task, @Nullable Integer port) {
        List<Refusal> refusals =
                new ArrayList<>(MemoryChecks.of(task, inventory, abilities, permitKey, redeemed, Instant.now()));
        refusals.addAll(refuseNext);
        refuseNext.clear();
        if (!refusals.isEmpty()) {
            return new NegotiationOutcome.Refused(refusals);
        }
        String call = "move " + task.plan().vm() + " to " + task.plan().to();
        return new NegotiationOutcome.Agreed(new Agreement(
                task.plan().destinationAddress(), port, task.plan().orderParameters(), call));
    }

    private void goOn(MemoryMove move) {
        if (held || move.hasEnded()) {
            return;
        }
        if (failing) {
            move.fail("the copy broke off");
        } else {
            move.complete();
        }
    }

    private List<Refusal> cancelNow(UUID migration) {
        MemoryMove move = moves.get(migration);
        if (move == null || move.hasEnded()) {
            String found = move == null ? "not known" : "it has ended";
            return List.of(Refusal.of(
                    RefusalCode.INTERNAL, "migration " + migration, found, "a running migration", "look at the list"));
        }
        move.cancel();
        return List.of();
    }
}
