package org.droveway.engine.migration;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.droveway.engine.inventory.RunningMigration;
import org.droveway.protocol.MigrationState;
import org.droveway.protocol.Refusal;
import org.droveway.protocol.observe.Observation;
import org.jspecify.annotations.Nullable;

/**
 * The record of one move.
 *
 * @param requestedBy who asked, for the audit
 * @param vmHost where the VM is as far as known; null while that is not settled
 * @param steps every state it was in, in the order in which it was learnt
 * @param observed the newest observation of each host
 * @param judgement null until it has completed
 * @param error what went wrong; null unless it failed or needs attention
 * @param endedAt null until it has ended
 */
public record Migration(
        UUID id,
        Plan plan,
        String cluster,
        String requestedBy,
        Instant requestedAt,
        MigrationState state,
        @Nullable String vmHost,
        List<MigrationStep> steps,
        List<Observation> observed,
        @Nullable Judgement judgement,
        List<Refusal> refusals,
        @Nullable String error,
        @Nullable Instant endedAt) {
    public Migration {
        requireNonNull(id, "id");
        requireNonNull(plan, "plan");
        requireNonNull(cluster, "cluster");
        requireNonNull(requestedBy, "requestedBy");
        requireNonNull(requestedAt, "requestedAt");
        requireNonNull(state, "state");
        steps = List.copyOf(steps);
        observed = List.copyOf(observed);
        refusals = List.copyOf(refusals);
        if (state.isEnd() != (endedAt != null)) {
            throw new IllegalArgumentException("migration " + id + " is " + state + " and ended at " + endedAt);
        }
    }

    /** A migration whose plan is made; it goes to the executor next. */
    public static Migration planned(UUID id, Plan plan, String cluster, String requestedBy, Instant now) {
        List<MigrationStep> steps = List.of(
                new MigrationStep(MigrationState.REQUESTED, now, null),
                new MigrationStep(MigrationState.PLANNED, now, null));
        return new Migration(
                id,
                plan,
                cluster,
                requestedBy,
                now,
                MigrationState.PLANNED,
                plan.from(),
                steps,
                List.of(),
                null,
                List.of(),
                null,
                null);
    }

    /** What planning other migrations must know of this one while it runs. */
    public RunningMigration running() {
        return new RunningMigration(id, plan.vmId(), plan.from(), plan.to());
    }

    /** The same with what the negotiation added to the plan. */
    public Migration withPlan(Plan agreed) {
        return new Migration(
                id,
                agreed,
                cluster,
                requestedBy,
                requestedAt,
                state,
                vmHost,
                steps,
                observed,
                judgement,
                refusals,
                error,
                endedAt);
    }
}
