package org.droveway.engine.platform.memory;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.droveway.engine.migration.MigrationTask;
import org.droveway.engine.migration.Plan;
import org.droveway.protocol.MigrationState;
import org.droveway.protocol.Security;
import org.droveway.protocol.host.VmReport;
import org.droveway.protocol.host.VmState;
import org.droveway.protocol.link.MigrationEvent;
import org.droveway.protocol.observe.NicTraffic;
import org.droveway.protocol.observe.Observation;
import org.droveway.protocol.observe.ObservedConnection;
import org.droveway.protocol.observe.PinholeRecord;
import org.droveway.protocol.observe.StreamSecurity;
import org.jspecify.annotations.Nullable;

/** One VM on its way. Steps are taken by the executor's thread, one after the other. */
final class MemoryMove {
    private static final long MIB = 1024 * 1024;

    private final MigrationTask task;
    private final MemoryInventory inventory;
    private final MemoryOutbox outbox;
    private final VmReport vm;
    private final int port;
    private final Instant openedAt;
    private boolean ended;

    MemoryMove(MigrationTask task, MemoryInventory inventory, MemoryOutbox outbox, int port, Instant now) {
        this.task = task;
        this.inventory = inventory;
        this.outbox = outbox;
        this.port = port;
        this.openedAt = now;
        this.vm = inventory.vms().stream()
                .filter(v -> v.host().equals(plan().from()) && v.id().equals(plan().vmId()))
                .findFirst()
                .orElseThrow()
                .report();
    }

    UUID id() {
        return task.migration();
    }

    boolean hasEnded() {
        return ended;
    }

    void begin() {
        step(MigrationState.NEGOTIATED, plan().from(), null, List.of());
        step(MigrationState.PINHOLE_OPEN, plan().from(), null, List.of());
        inventory.place(plan().to(), inState(VmState.PAUSED));
        step(MigrationState.COPYING, plan().from(), null, List.of());
    }

    void complete() {
        step(MigrationState.SWITCHOVER, null, null, List.of());
        inventory.take(plan().from(), vm.id());
        inventory.place(plan().to(), inState(VmState.RUNNING));
        step(MigrationState.CLOSING, plan().to(), null, List.of());
        end(MigrationState.COMPLETED, plan().to(), null);
    }

    void fail(String why) {
        undo();
        end(MigrationState.FAILED, plan().from(), why);
    }

    void cancel() {
        step(MigrationState.CANCELLING, plan().from(), null, List.of());
        undo();
        end(MigrationState.CANCELLED, plan().from(), "cancelled while copying");
    }

    private void undo() {
        inventory.take(plan().to(), vm.id());
    }

    private void end(MigrationState state, String vmHost, @Nullable String detail) {
        ended = true;
        step(state, vmHost, detail, List.of(atSource(), atDestination()));
    }

    private void step(MigrationState state, @Nullable String host, @Nullable String detail, List<Observation> seen) {
        outbox.send(
                plan().from(),
                sequence -> new MigrationEvent(sequence, id(), Instant.now(), state, host, detail, List.of(), seen));
    }

    private VmReport inState(VmState state) {
        return vm.in(state);
    }

    private Observation atSource() {
        List<NicTraffic> traffic = List.of(
                new NicTraffic(plan().sourceNic(), MIB, vm.memoryMiB() * MIB), new NicTraffic("mgmt0", MIB, MIB));
        return observation(
                plan().from(),
                new ObservedConnection(
                        plan().sourceAddress(),
                        40_000,
                        plan().destinationAddress(),
                        port,
                        plan().sourceNic(),
                        MIB,
                        MIB),
                traffic,
                List.of());
    }

    private Observation atDestination() {
        List<NicTraffic> traffic = List.of(
                new NicTraffic(plan().destinationNic(), vm.memoryMiB() * MIB, MIB), new NicTraffic("mgmt0", MIB, MIB));
        Instant now = Instant.now();
        return observation(
                plan().to(),
                new ObservedConnection(
                        plan().destinationAddress(),
                        port,
                        plan().sourceAddress(),
                        40_000,
                        plan().destinationNic(),
                        MIB,
                        MIB),
                traffic,
                List.of(new PinholeRecord(
                        plan().sourceAddress(), plan().destinationAddress(), port, openedAt, now, now, 1, 0)));
    }

    private Observation observation(
            String host, ObservedConnection connection, List<NicTraffic> traffic, List<PinholeRecord> pinholes) {
        boolean tls = plan().type() == Security.SECURE;
        return new Observation(
                host,
                List.of(connection),
                traffic,
                tls ? StreamSecurity.TLS : StreamSecurity.PLAIN,
                tls,
                pinholes,
                null,
                null,
                null,
                null);
    }

    private Plan plan() {
        return task.plan();
    }
}
