package org.droveway.agent.migration;

import java.time.Instant;
import java.util.ArrayList;
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
    private final WatchedPorts watches = new WatchedPorts();
    private DestinationRecord record;
    private boolean watched;
    private List<PinholeRecord> earlierPinholes = List.of();
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
        return watched;
    }

    synchronized void watch(PortWatches begun, ScheduledFuture<?> forChannels) {
        watches.add(begun);
        watched = true;
        channels = forChannels;
    }

    /** How many connections were seen to the port. */
    synchronized int channels(int port) {
        return watches.connections(port);
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

    /**
     * The same migration under another lease.
     *
     * @param pinholes those of the lease before, which has ended
     */
    synchronized DestinationSession again(UUID lease, RelayContract other, List<PinholeRecord> pinholes) {
        stopLookingForChannels();
        DestinationSession next = new DestinationSession(record.under(lease), other);
        next.watches.takeOver(watches);
        next.earlierPinholes = joined(pinholes);
        next.resumedAt = resumedAt;
        return next;
    }

    /** Whether libvirt has begun, and may be told to switch to post-copy. */
    synchronized boolean awaitsLateChannels() {
        return record.phase() == DestinationPhase.RELAYING
                && contract != null
                && contract.parameters().mayPostCopy();
    }

    /** Whether libvirt may run the guest by itself. */
    boolean fast() {
        return contract == null || !contract.parameters().strictHandover();
    }

    /** libvirt itself let the guest run. */
    synchronized void ran(Instant at) {
        if (resumedAt == null) {
            resumedAt = at;
        }
    }

    /** What libvirt measured, if it was not asked before. */
    synchronized void measured(@Nullable Long libvirtDowntimeMs) {
        if (downtimeMs == null) {
            downtimeMs = libvirtDowntimeMs;
        }
    }

    synchronized @Nullable Instant resumedAt() {
        return resumedAt;
    }

    /** What was seen; ends the watch. */
    synchronized Observation end(String host, List<PinholeRecord> pinholes) {
        stopLookingForChannels();
        PortWatches.Both seen = watches.seen();
        watches.close();
        return new Observation(
                host,
                seen.all().connections(),
                seen.all().traffic(),
                seen.all().stream(),
                seen.disks(),
                null,
                joined(pinholes),
                null,
                resumedAt,
                null,
                downtimeMs);
    }

    private List<PinholeRecord> joined(List<PinholeRecord> last) {
        List<PinholeRecord> all = new ArrayList<>(earlierPinholes);
        all.addAll(last);
        return all;
    }
}
