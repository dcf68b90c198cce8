package org.droveway.agent.migration;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledFuture;
import org.droveway.agent.relay.RelayContract;
import org.droveway.agent.relay.RelayGate;
import org.droveway.protocol.observe.Observation;
import org.droveway.protocol.observe.PinholeRecord;
import org.jspecify.annotations.Nullable;

/** What the destination holds of one migration; its record is what survives a crash, the rest does not. */
final class DestinationSession {
    private final @Nullable RelayContract contract;
    private final Set<RelayGate> gates = ConcurrentHashMap.newKeySet();
    private DestinationRecord record;
    private @Nullable PortWatches watch;
    private @Nullable ScheduledFuture<?> channels;
    private @Nullable Instant resumedAt;
    private @Nullable Long downtimeMs;

    /**
     * Begins.
     *
     * @param contract null after a restart: then nothing is relayed any more
     */
    DestinationSession(DestinationRecord record, @Nullable RelayContract contract) {
        this.record = record;
        this.contract = contract;
    }

    synchronized DestinationRecord record() {
        return record;
    }

    synchronized void become(DestinationRecord next) {
        record = next;
    }

    boolean restarted() {
        return contract == null;
    }

    @Nullable
    RelayContract contract() {
        return contract;
    }

    UUID vm() {
        return record().permit().vm();
    }

    String object() {
        return "VM " + record().permit().vmName();
    }

    /** Whether it is watched already; the first control connection begins the watch. */
    synchronized boolean watched() {
        return watch != null;
    }

    synchronized void watch(PortWatches begun, ScheduledFuture<?> forChannels) {
        watch = begun;
        channels = forChannels;
    }

    /** How many connections were seen to the port. */
    synchronized int channels(int port) {
        return watch == null ? 0 : watch.connections(port);
    }

    synchronized void stopLookingForChannels() {
        if (channels != null) {
            channels.cancel(false);
        }
    }

    void add(RelayGate gate) {
        gates.add(gate);
    }

    void remove(RelayGate gate) {
        gates.remove(gate);
    }

    /** Cuts every control connection. */
    void cut() {
        gates.forEach(RelayGate::close);
    }

    synchronized void resumed(Instant at, @Nullable Long libvirtDowntimeMs) {
        resumedAt = at;
        downtimeMs = libvirtDowntimeMs;
    }

    synchronized @Nullable Instant resumedAt() {
        return resumedAt;
    }

    /** What was seen; ends the watch. */
    synchronized Observation end(String host, List<PinholeRecord> pinholes) {
        stopLookingForChannels();
        PortWatches.Both seen = watch == null ? PortWatches.Both.NOTHING : watch.seen();
        if (watch != null) {
            watch.close();
            watch = null;
        }
        return new Observation(
                host,
                seen.all().connections(),
                seen.all().traffic(),
                seen.all().stream(),
                seen.disks(),
                null,
                pinholes,
                null,
                resumedAt,
                null,
                downtimeMs);
    }
}
