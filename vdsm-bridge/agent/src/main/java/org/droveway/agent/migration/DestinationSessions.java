package org.droveway.agent.migration;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.droveway.agent.image.ImageFile;
import org.droveway.agent.relay.RelayContract;
import org.droveway.agent.store.RecordStore;
import org.droveway.protocol.peer.PeerResponse;

/** Migrations to this host, by lease; every change of a record is on disk first. */
final class DestinationSessions {
    private static final int REMEMBERED = 32;

    private final RecordStore<DestinationRecord> records;
    private final Map<UUID, DestinationSession> byLease = new LinkedHashMap<>();
    private final Map<UUID, PeerResponse.Closed> closed = new LinkedHashMap<>();

    /** Knows what the records say. */
    DestinationSessions(RecordStore<DestinationRecord> records) {
        this.records = records;
        records.all().values().forEach(record -> byLease.put(record.lease(), new DestinationSession(record, null)));
    }

    /** False if the VM is on its way here already. */
    synchronized boolean begin(DestinationRecord record, RelayContract contract) {
        if (arriving().contains(record.permit().vm())) {
            return false;
        }
        records.put(record.lease(), record);
        byLease.put(record.lease(), new DestinationSession(record, contract));
        return true;
    }

    /** The session, if it is this host's to ask for. */
    synchronized Optional<DestinationSession> find(UUID lease, String sourceHost) {
        return find(lease)
                .filter(session -> session.record().permit().sourceHost().equals(sourceHost));
    }

    synchronized Optional<DestinationSession> find(UUID lease) {
        return Optional.ofNullable(byLease.get(lease));
    }

    synchronized Optional<DestinationSession> ofMigration(UUID migration) {
        return byLease.values().stream()
                .filter(session -> session.record().permit().migration().equals(migration))
                .findFirst();
    }

    /** libvirt runs the VM here; with strict handover that is not its to do, and changes nothing. */
    synchronized void ran(UUID vm, Instant at) {
        for (DestinationSession session : all()) {
            if (session.vm().equals(vm) && session.fast() && session.record().phase() == DestinationPhase.RELAYING) {
                session.ran(at);
                advance(session, DestinationPhase.RUNNING);
            }
        }
    }

    synchronized Set<UUID> arriving() {
        return byLease.values().stream().map(DestinationSession::vm).collect(Collectors.toSet());
    }

    synchronized Collection<DestinationSession> all() {
        return List.copyOf(byLease.values());
    }

    synchronized void advance(DestinationSession session, DestinationPhase phase) {
        DestinationRecord next = session.record().in(phase);
        records.put(next.lease(), next);
        session.become(next);
    }

    /** The file is on the disk: whose it is must be too, before anything is written into it. */
    synchronized void made(DestinationSession session, ImageFile image) {
        DestinationRecord next = session.record().with(image);
        records.put(next.lease(), next);
        session.become(next);
    }

    /** Forgets a session that never began. */
    synchronized void forget(UUID lease) {
        records.remove(lease);
        byLease.remove(lease);
    }

    /** The same migration goes on under another lease. */
    synchronized void replace(DestinationSession before, DestinationSession next) {
        records.put(next.record().lease(), next.record());
        records.remove(before.record().lease());
        byLease.remove(before.record().lease());
        byLease.put(next.record().lease(), next);
    }

    /** Forgets the session; the answer is kept a while, for a source that did not get it. */
    synchronized void end(DestinationSession session, PeerResponse.Closed answer) {
        UUID lease = session.record().lease();
        records.remove(lease);
        byLease.remove(lease);
        closed.put(lease, answer);
        if (closed.size() > REMEMBERED) {
            closed.remove(closed.keySet().iterator().next());
        }
    }

    synchronized Optional<PeerResponse.Closed> answered(UUID lease) {
        return Optional.ofNullable(closed.get(lease));
    }
}
