package org.droveway.engine.migration.service;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.droveway.protocol.link.MigrationProgress;

/** The newest progress of each migration that copies; not worth a disk. */
@ApplicationScoped
public class ProgressBoard {
    private final Map<UUID, MigrationProgress> newest = new ConcurrentHashMap<>();

    /** How far the migration is, if that was told. */
    public Optional<MigrationProgress> of(UUID migration) {
        return Optional.ofNullable(newest.get(migration));
    }

    void put(MigrationProgress progress) {
        newest.put(progress.migration(), progress);
    }

    void forget(UUID migration) {
        newest.remove(migration);
    }
}
