package org.droveway.engine.migration.service;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.droveway.protocol.link.MigrationProgress;

/** The newest progress of each migration that copies; not worth a disk. */
@ApplicationScoped
public class ProgressBoard {
    private final Map<UUID, MigrationProgress> newest = new ConcurrentHashMap<>();
    private final Set<UUID> stopping = ConcurrentHashMap.newKeySet();

    /** How far the migration is, if that was told. */
    public Optional<MigrationProgress> of(UUID migration) {
        return Optional.ofNullable(newest.get(migration));
    }

    /** Whether it is news: a copy that is being stopped gets nowhere. */
    boolean put(MigrationProgress progress) {
        if (stopping.contains(progress.migration())) {
            return false;
        }
        newest.put(progress.migration(), progress);
        return true;
    }

    /** From now on nothing more is told of its progress. */
    void stopping(UUID migration) {
        stopping.add(migration);
    }

    void forget(UUID migration) {
        newest.remove(migration);
        stopping.remove(migration);
    }
}
