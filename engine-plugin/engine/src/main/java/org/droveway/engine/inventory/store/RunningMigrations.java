package org.droveway.engine.inventory.store;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.function.Predicate;
import org.droveway.engine.inventory.RefusedException;
import org.droveway.protocol.Refusal;

/** The migrations of a cluster that have not ended, for changes that must not happen under them. */
@Dependent
class RunningMigrations {
    @Inject
    InventoryRows rows;

    /** Why nothing may be changed now, a reason for each migration; oldest first. The caller holds the cluster's lock. */
    List<Refusal> refusals(String cluster, Predicate<RunningMigrationEntity> disturbed) {
        return rows.entities
                .createQuery(
                        "select m from RunningMigrationEntity m where m.cluster = :name and m.runningVm is not null"
                                + " order by m.requestedAt, m.id",
                        RunningMigrationEntity.class)
                .setParameter("name", cluster)
                .getResultStream()
                .filter(disturbed)
                .map(RunningMigrationEntity::refusal)
                .toList();
    }

    /**
     * Goes on only if no migration of the cluster would be disturbed.
     *
     * @throws RefusedException with a reason for each that would
     */
    void requireNone(String cluster, Predicate<RunningMigrationEntity> disturbed) {
        List<Refusal> refusals = refusals(cluster, disturbed);
        if (!refusals.isEmpty()) {
            throw new RefusedException(refusals);
        }
    }
}
