package org.droveway.engine.migration.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.PersistenceException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import org.droveway.engine.inventory.Host;
import org.droveway.engine.inventory.InventorySnapshot;
import org.droveway.engine.inventory.UnknownObjectException;
import org.droveway.engine.inventory.Vm;
import org.droveway.engine.migration.Migration;
import org.droveway.engine.migration.MigrationExecutor;
import org.droveway.engine.migration.MigrationTask;
import org.droveway.engine.migration.NegotiationOutcome;
import org.droveway.engine.migration.Permits;
import org.droveway.engine.migration.Plan;
import org.droveway.engine.migration.PlanOutcome;
import org.droveway.engine.migration.PlanRequest;
import org.droveway.engine.migration.Planner;
import org.droveway.engine.migration.store.MigrationStore;
import org.droveway.engine.migration.store.StalePlanException;
import org.droveway.engine.security.PermitSigner;
import org.droveway.protocol.Refusal;
import org.droveway.protocol.RefusalCode;
import org.droveway.protocol.permit.Permit;

/** Takes requests for migrations: plan, persist, permit, command, in this order. */
@ApplicationScoped
public class Migrations {
    private static final Logger LOG = System.getLogger(Migrations.class.getName());

    @Inject
    SnapshotReader snapshots;

    @Inject
    MigrationStore store;

    @Inject
    MigrationExecutor executor;

    @Inject
    NegotiationResults results;

    @Inject
    PermitSigner permits;

    @Inject
    Clock clock;

    /**
     * Starts a migration.
     *
     * @param requestedBy who asked, for the audit
     * @return its record; the negotiation has only begun
     * @throws MigrationRefusedException if the plan refuses; then there is no record
     */
    public Migration start(PlanRequest request, String requestedBy) {
        Optional<Migration> started = attempt(request, requestedBy);
        while (started.isEmpty()) {
            // Each round somebody else's change went through, so this ends.
            started = attempt(request, requestedBy);
        }
        return started.get();
    }

    /** Empty: the policy was changed between plan and start. */
    private Optional<Migration> attempt(PlanRequest request, String requestedBy) {
        InventorySnapshot snapshot = snapshots.read();
        Plan plan = plan(request, snapshot);
        String cluster = snapshot.host(plan.from())
                .map(Host::cluster)
                .orElseThrow(() -> new UnknownObjectException("host", plan.from()));
        Instant now = clock.instant();
        Migration migration = Migration.planned(UUID.randomUUID(), plan, cluster, requestedBy, now);
        Permit permit = Permits.of(plan, UUID.randomUUID(), migration.id(), now);
        try {
            add(migration, permit, snapshot.vm(request.vm()));
        } catch (StalePlanException e) {
            LOG.log(Level.INFO, "{0}; it is planned again", e.getMessage());
            return Optional.empty();
        }
        results.await(migration.id(), executor.start(task(migration.id(), plan, permit)));
        return Optional.of(migration);
    }

    /**
     * Plans, and asks the hosts what they would say; leaves nothing behind.
     *
     * @return the plan with the libvirt call; fails with {@link MigrationRefusedException}
     */
    public CompletionStage<Plan> ask(PlanRequest request) {
        InventorySnapshot snapshot = snapshots.read();
        Plan plan = plan(request, snapshot);
        UUID nobody = UUID.randomUUID();
        Permit permit = Permits.of(plan, UUID.randomUUID(), nobody, clock.instant());
        return executor.ask(task(nobody, plan, permit)).handle((outcome, failure) -> {
            if (outcome instanceof NegotiationOutcome.Agreed agreed) {
                return plan.with(agreed.agreement());
            }
            List<Refusal> refusals = outcome instanceof NegotiationOutcome.Refused refused
                    ? refused.refusals()
                    : List.of(noAnswer(plan, failure));
            throw new MigrationRefusedException(snapshot.vm(request.vm()), plan, refusals);
        });
    }

    private Plan plan(PlanRequest request, InventorySnapshot snapshot) {
        PlanOutcome outcome = new Planner(snapshot, executor.abilities(), clock.instant()).plan(request);
        if (outcome instanceof PlanOutcome.Planned planned) {
            return planned.plan();
        }
        throw new MigrationRefusedException(snapshot.vm(request.vm()), (PlanOutcome.Refused) outcome);
    }

    private MigrationTask task(UUID migration, Plan plan, Permit permit) {
        return new MigrationTask(migration, plan, permits.sign(permit));
    }

    /** The database has the last word on one running migration for each VM: another request may have come in between. */
    private void add(Migration migration, Permit permit, Vm vm) {
        try {
            store.add(migration, permit.expiresAt());
        } catch (PersistenceException e) {
            if (snapshots.read().migrationOf(migration.plan().vmId()).isEmpty()) {
                throw e;
            }
            throw new MigrationRefusedException(vm, migration.plan(), List.of(alreadyMigrating(migration.plan())));
        }
    }

    private static Refusal alreadyMigrating(Plan plan) {
        return Refusal.of(
                RefusalCode.VM_ALREADY_MIGRATING,
                "VM " + plan.vm(),
                "another migration of it began at the same time",
                "no migration of this VM",
                "wait for its end, or cancel it");
    }

    private static Refusal noAnswer(Plan plan, Throwable failure) {
        return Refusal.of(
                RefusalCode.HOST_DOWN,
                "host " + plan.from(),
                String.valueOf(failure.getMessage()),
                "an answer of its agent",
                "see that the agent runs and reaches the engine");
    }
}
