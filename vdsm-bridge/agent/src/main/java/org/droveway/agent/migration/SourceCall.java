package org.droveway.agent.migration;

import java.io.IOException;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.droveway.agent.libvirt.GuestProcess;
import org.droveway.agent.libvirt.HypervisorException;
import org.droveway.agent.libvirt.JobStats;
import org.droveway.agent.libvirt.MigrateCall;
import org.droveway.agent.libvirt.MigrateFlag;
import org.droveway.agent.observation.End;
import org.droveway.agent.peer.PeerClient;
import org.droveway.agent.relay.RelaySocket;
import org.droveway.protocol.link.MigrationProgress;
import org.droveway.protocol.permit.Permit;
import org.jspecify.annotations.Nullable;

/** libvirt's call in a thread of its own, the relay it needs, and what is watched meanwhile. */
final class SourceCall implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(SourceCall.class.getName());

    private final SourceParts parts;
    private final SourceJournal journal;
    private final PeerClient client;
    private final Consumer<SourceInput> inputs;
    private final SourceWatch watch;
    private final PostCopy postCopy;
    private final SourceConvergence convergence;
    private Watchdog watchdog;
    private @Nullable RelaySocket relay;
    private @Nullable GuestProcess guest;
    private boolean stalled;
    private boolean aborting;

    SourceCall(
            SourceParts parts,
            SourceJournal journal,
            PeerClient client,
            PostCopy postCopy,
            Consumer<SourceInput> inputs) {
        this.parts = parts;
        this.journal = journal;
        this.postCopy = postCopy;
        this.client = client;
        this.inputs = inputs;
        this.watchdog = new Watchdog(journal.now().parameters());
        this.watch = new SourceWatch(journal.permit().sourceHost());
        this.convergence = new SourceConvergence(
                parts.hypervisor(),
                journal.permit().vm(),
                journal.now().parameters().maxDowntimeMs());
    }

    SourceWatch watch() {
        return watch;
    }

    /**
     * Empty: the call runs, CallEnded follows.
     *
     * @param resume whether an interrupted post-copy goes on
     */
    Optional<SourceInput> start(boolean resume) {
        endRelay();
        watchdog = new Watchdog(journal.now().parameters());
        stalled = false;
        SourceRecord record = journal.now();
        UUID lease = Objects.requireNonNull(record.lease(), "lease");
        try {
            MigrateCall call = LibvirtCalls.of(
                    record.permit(),
                    record.parameters(),
                    parts.relaySocket(record.migration()),
                    record.ports(),
                    parts.hypervisor().persistent(record.permit().vm()));
            relay = RelaySocket.listen(
                    parts.relaySocket(record.migration()), () -> client.relay(lease), parts.executor());
            if (guest == null) {
                awaitGuestsEnd(record.permit());
            }
            watch.called(
                    PortWatches.begin(parts.observer(), record.permit(), record.ports(), End.SOURCE),
                    parts.clock().instant());
            MigrateCall complete = resume ? call.with(MigrateFlag.POSTCOPY_RESUME) : call;
            parts.executor().execute(() -> call(complete));
            return Optional.empty();
        } catch (HypervisorException | IOException e) {
            return Optional.of(new SourceInput.CallEnded(String.valueOf(e.getMessage())));
        }
    }

    private void awaitGuestsEnd(Permit permit) {
        guest = parts.guests().of(permit.vm(), permit.vmName()).orElse(null);
        GuestProcess process = guest;
        if (process != null) {
            parts.executor().execute(() -> {
                if (process.awaitEnd()) {
                    inputs.accept(new SourceInput.ProcessEnded(process.pid()));
                }
            });
        }
    }

    /** Asks for the end; every tick asks again while the call runs. */
    void abort() {
        aborting = true;
        try {
            parts.hypervisor().abortJob(journal.permit().vm());
        } catch (HypervisorException e) {
            // There may be no job yet or no more; the next tick tries again while the call runs.
            LOG.log(System.Logger.Level.DEBUG, "abort: " + e.getMessage());
        }
    }

    /** While the call runs: statistics, progress, watchdog, and what can be asked only now. */
    void tick(SourceState state) {
        if (aborting && state.phase() != SourcePhase.POSTCOPY) {
            abort();
        }
        boolean ordered = state.circumstance() == Circumstance.POST_COPY && state.phase() != SourcePhase.POSTCOPY;
        if (ordered && postCopy.switched()) {
            inputs.accept(new SourceInput.Switched());
            return;
        }
        if (state.phase() == SourcePhase.SWITCHOVER) {
            // libvirt answers late while it ends the source's QEMU, and the guest stands still as long as we wait for
            // it.
            return;
        }
        JobStats stats = stats();
        if (stats != null && stats.running()) {
            during(stats, state.phase() == SourcePhase.POSTCOPY);
        }
        if (!stalled && watchdog.stalled(stats, parts.clock().instant())) {
            stalled = true;
            inputs.accept(new SourceInput.Stalled());
        }
    }

    /** No libvirt byte passes any more. */
    void endRelay() {
        if (relay != null) {
            relay.close();
            relay = null;
        }
    }

    @Override
    public void close() {
        endRelay();
        if (guest != null) {
            guest.close();
        }
        watch.close();
    }

    private void call(MigrateCall call) {
        @Nullable String error = null;
        try {
            parts.hypervisor().migrate(call);
        } catch (HypervisorException e) {
            error = String.valueOf(e.getMessage());
        }
        watch.returned(parts.clock().instant());
        inputs.accept(new SourceInput.CallEnded(error));
        watch.keep();
    }

    private void during(JobStats stats, boolean switched) {
        Instant now = parts.clock().instant();
        parts.events()
                .progress(new MigrationProgress(
                        journal.now().migration(),
                        now,
                        stats.elapsedMs(),
                        stats.totalBytes(),
                        stats.processedBytes(),
                        stats.remainingBytes(),
                        stats.bytesPerSecond(),
                        stats.iteration(),
                        stats.memory(),
                        stats.disks(),
                        switched ? null : convergence.see(stats, now)));
        if (!switched) {
            convergence.verdict().ifPresent(inputs);
        }
        if (stats.processedBytes() > 0 && !watch.asked()) {
            watch.tls(parts.hypervisor().tlsCredentials(journal.permit().vm()));
        }
    }

    private @Nullable JobStats stats() {
        try {
            return parts.hypervisor().jobStats(journal.permit().vm());
        } catch (HypervisorException e) {
            LOG.log(System.Logger.Level.DEBUG, "no statistics: " + e.getMessage());
            return null;
        }
    }
}
