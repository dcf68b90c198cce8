package org.droveway.engine.migration.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.droveway.engine.inventory.ObjectChanged;
import org.droveway.engine.inventory.UnknownObjectException;
import org.droveway.engine.inventory.store.Clusters;
import org.droveway.engine.inventory.store.PolicyVersions;
import org.droveway.engine.migration.Migration;
import org.droveway.engine.migration.Plan;
import org.droveway.protocol.MigrationState;
import org.jspecify.annotations.Nullable;

/** The migrations there are and were. */
@ApplicationScoped
@Transactional
public class MigrationStore {
    @PersistenceContext
    EntityManager entities;

    @Inject
    Event<ObjectChanged> changes;

    @Inject
    PolicyVersions policies;

    @Inject
    Clusters clusters;

    /** Which migrations are wanted; null: all. */
    public record Filter(@Nullable String vm, @Nullable MigrationState state, int limit) {}

    /** Newest first. */
    public List<Migration> list(Filter filter) {
        Map<String, Object> wanted = new LinkedHashMap<>();
        List<String> conditions = new ArrayList<>(List.of("1 = 1"));
        if (filter.vm() != null) {
            conditions.add("(m.vm = :vm or cast(m.vmId as string) = :vm)");
            wanted.put("vm", filter.vm());
        }
        if (filter.state() != null) {
            conditions.add("m.state = :state");
            wanted.put("state", filter.state());
        }
        String query = "select m from MigrationEntity m where " + String.join(" and ", conditions)
                + " order by m.requestedAt desc, m.id";
        TypedQuery<MigrationEntity> migrations = entities.createQuery(query, MigrationEntity.class);
        wanted.forEach(migrations::setParameter);
        return migrations
                .setMaxResults(filter.limit())
                .getResultStream()
                .map(MigrationEntity::toRecord)
                .toList();
    }

    /** Those that have not ended. */
    public List<Migration> unfinished() {
        return entities.createQuery(
                        "select m from MigrationEntity m where m.runningVm is not null order by m.requestedAt",
                        MigrationEntity.class)
                .getResultStream()
                .map(MigrationEntity::toRecord)
                .toList();
    }

    /** The one with this id. */
    public Migration get(UUID id) {
        return find(id).orElseThrow(() -> new UnknownObjectException("migration", id.toString()));
    }

    /** The one with this id, if there is one. */
    public Optional<Migration> find(UUID id) {
        return Optional.ofNullable(entities.find(MigrationEntity.class, id)).map(MigrationEntity::toRecord);
    }

    /** When the permit of the migration runs out. */
    public Instant permitExpiry(UUID id) {
        MigrationEntity row = entities.find(MigrationEntity.class, id);
        if (row == null) {
            throw new UnknownObjectException("migration", id.toString());
        }
        return row.permitExpiresAt;
    }

    /**
     * Keeps a new migration, which may start from then on.
     *
     * @throws StalePlanException if it was planned under a policy that no longer holds
     * @throws jakarta.persistence.PersistenceException if the VM has a migration that has not ended
     */
    public void add(Migration migration, Instant permitExpiresAt) {
        // Changes of roles, networks and pins look for running migrations under this lock.
        clusters.hold(migration.cluster());
        requireCurrent(migration);
        MigrationEntity row = new MigrationEntity();
        row.permitExpiresAt = permitExpiresAt;
        row.set(migration);
        entities.persist(row);
        entities.flush();
        changed(migration.id());
    }

    private void requireCurrent(Migration migration) {
        Plan plan = migration.plan();
        if (!policies.holds(migration.cluster(), plan.policyVersion())) {
            throw new StalePlanException(plan.vm(), plan.policyVersion());
        }
    }

    /** Changes a migration while nobody else does; empty if there is none of this id. */
    public Optional<Migration> update(UUID id, UnaryOperator<Migration> change) {
        MigrationEntity row = entities.find(MigrationEntity.class, id, LockModeType.PESSIMISTIC_WRITE);
        if (row == null) {
            return Optional.empty();
        }
        Migration before = row.toRecord();
        Migration after = change.apply(before);
        if (!after.equals(before)) {
            row.set(after);
            changed(id);
        }
        return Optional.of(after);
    }

    private void changed(UUID id) {
        changes.fire(new ObjectChanged(ObjectChanged.Kind.MIGRATION, id.toString()));
    }
}
