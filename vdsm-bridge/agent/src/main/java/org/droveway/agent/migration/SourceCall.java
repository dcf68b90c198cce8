package org.droveway.agent.migration;

import java.io.IOException;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.droveway.agent.libvirt.GuestProcess;
import org.droveway.agent.libvirt.HypervisorException;
import org.droveway.agent.libvirt.JobStats;
import org.droveway.agent.libvirt.MigrateCall;
import org.droveway.agent.observation.End;
import org.droveway.agent.peer.PeerClient;
import org.droveway.agent.relay.RelaySocket;
import org.droveway.protocol.link.MigrationProgress;
import org.jspecify.annotations.Nullable;

/** libvirt's call in a thread of its own, the relay it needs, and what is watched meanwhile. */
final class SourceCall implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(SourceCall.class.getName());

    private final SourceParts parts;
    private final SourceRecord record;
    private final PeerClient client;
    private final Consumer<SourceInput> inputs;
    private final SourceWatch watch;
    private final Watchdog watchdog;
    private @Nullable RelaySocket relay;
    private @Nullable GuestProcess guest;
    private boolean downtimeSet;
    private boolean stalled;

    SourceCall(SourceParts parts, SourceRecord record, PeerClient client, Consumer<SourceInput> inputs) {
        this.parts = parts;
        this.record = record;
        this.client = client;
        this.inputs = inputs;
        this.watchdog = new Watchdog(record.parameters());
        this.watch = new SourceWatch(record.permit().sourceHost());
    }

    SourceWatch watch() {
        return watch;
    }

    /** Empty: the call runs, CallEnded follows. */
    Optional<SourceInput> start() {
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
            awaitGuestsEnd();
            watch.called(
                    PortWatches.begin(parts.observer(), record.permit(), record.ports(), End.SOURCE),
                    parts.clock().instant());
            parts.executor().execute(() -> call(call));
            return Optional.empty();
        } catch (HypervisorException | IOException e) {
            return Optional.of(new SourceInput.CallEnded(String.valueOf(e.getMessage())));
        }
    }

    private void awaitGuestsEnd() {
        guest = parts.guests()
                .of(record.permit().vm(), record.permit().vmName())
                .orElse(null);
        GuestProcess process = guest;
        if (process != null) {
            parts.executor().execute(() -> {
                if (process.awaitEnd()) {
                    inputs.accept(new SourceInput.ProcessEnded(process.pid()));
                }
            });
        }
    }

    void abort() {
        try {
            parts.hypervisor().abortJob(record.permit().vm());
        } catch (HypervisorException e) {
            // There may be no job yet or no more; the next tick tries again while the call runs.
            LOG.log(System.Logger.Level.DEBUG, "abort: " + e.getMessage());
        }
    }

    /** While the call runs: statistics, progress, watchdog, and what can be asked only now. */
    void tick(SourceState state) {
        if (state.cancelled() || stalled) {
            abort();
        }
        if (state.phase() != SourcePhase.COPYING) {
            // libvirt answers late while it ends the source's QEMU, and the guest stands still as long as we wait for
            // it.
            return;
        }
        JobStats stats = stats();
        if (stats != null && stats.running()) {
            during(stats);
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

    private void during(JobStats stats) {
        parts.events()
                .progress(new MigrationProgress(
                        record.migration(),
                        parts.clock().instant(),
                        stats.elapsedMs(),
                        stats.totalBytes(),
                        stats.processedBytes(),
                        stats.remainingBytes(),
                        stats.bytesPerSecond(),
                        stats.iteration(),
                        stats.memory(),
                        stats.disks()));
        if (stats.processedBytes() > 0) {
            if (!watch.asked()) {
                watch.tls(parts.hypervisor().tlsCredentials(record.permit().vm()));
            }
            limitDowntime();
        }
    }

    private void limitDowntime() {
        Integer limit = record.parameters().maxDowntimeMs();
        if (limit == null || downtimeSet) {
            return;
        }
        try {
            parts.hypervisor().setMaxDowntime(record.permit().vm(), limit);
            downtimeSet = true;
        } catch (HypervisorException e) {
            LOG.log(System.Logger.Level.WARNING, "downtime limit is not set yet: " + e.getMessage());
        }
    }

    private @Nullable JobStats stats() {
        try {
            return parts.hypervisor().jobStats(record.permit().vm());
        } catch (HypervisorException e) {
            LOG.log(System.Logger.Level.DEBUG, "no statistics: " + e.getMessage());
            return null;
        }
    }
}
