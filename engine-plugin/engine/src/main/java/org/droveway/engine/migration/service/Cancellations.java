package org.droveway.engine.migration.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.droveway.engine.inventory.RefusedException;
import org.droveway.engine.inventory.UnknownObjectException;
import org.droveway.engine.migration.Life;
import org.droveway.engine.migration.Migration;
import org.droveway.engine.migration.MigrationExecutor;
import org.droveway.engine.migration.store.MigrationStore;
import org.droveway.protocol.MigrationState;
import org.droveway.protocol.Refusal;
import org.droveway.protocol.RefusalCode;

/** Stops migrations: written down first, then said to the executor until it ends. */
@ApplicationScoped
public class Cancellations {
    private static final Logger LOG = System.getLogger(Cancellations.class.getName());

    @Inject
    MigrationStore store;

    @Inject
    MigrationExecutor executor;

    @Inject
    ProgressBoard progress;

    @Inject
    Clock clock;

    /**
     * Asks to stop the migration; asking twice is harmless.
     *
     * @throws RefusedException if it has ended, or its switch-over has begun
     */
    public Migration cancel(UUID id) {
        Migration migration = store.update(id, this::cancelling)
                .orElseThrow(() -> new UnknownObjectException("migration", id.toString()));
        progress.stopping(id);
        command(id);
        return migration;
    }

    /** Says it again: whoever heard it may have been killed since, and hearing it twice is harmless. */
    void remind(Migration migration) {
        if (migration.state() == MigrationState.CANCELLING) {
            command(migration.id());
        }
    }

    private void command(UUID id) {
        executor.cancel(id).whenComplete((refusals, failure) -> {
            if (failure != null || !refusals.isEmpty()) {
                Object reason = failure == null ? refusals : failure.getMessage();
                LOG.log(Level.WARNING, "migration {0} cannot be cancelled yet: {1}", id, reason);
            }
        });
    }

    private Migration cancelling(Migration migration) {
        if (migration.state() == MigrationState.CANCELLING) {
            return migration;
        }
        Optional<String> late = Life.tooLateToCancel(migration);
        if (late.isPresent()) {
            throw new RefusedException(List.of(Refusal.of(
                    RefusalCode.TOO_LATE_TO_CANCEL,
                    "migration " + migration.id(),
                    late.get(),
                    "a migration before its switch-over",
                    migration.state().isEnd() ? "nothing is to be done" : "wait for its end")));
        }
        return Life.advance(migration, MigrationState.CANCELLING, clock.instant(), null, null, List.of());
    }
}
