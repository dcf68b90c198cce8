package org.droveway.engine.migration.service;

import java.util.List;
import org.droveway.engine.inventory.RefusedException;
import org.droveway.engine.inventory.Vm;
import org.droveway.engine.migration.Decision;
import org.droveway.engine.migration.Plan;
import org.droveway.engine.migration.PlanOutcome;
import org.droveway.engine.scheduling.CandidateReport;
import org.droveway.protocol.Refusal;
import org.jspecify.annotations.Nullable;

/** A migration is refused before there is a record of it; tells how far the plan came. */
public final class MigrationRefusedException extends RefusedException {
    private static final long serialVersionUID = 1;

    private final transient Vm vm;
    private final transient @Nullable Plan plan;
    private final transient List<Decision> decisions;
    private final transient List<CandidateReport> candidates;

    /** Refused by the plan. */
    MigrationRefusedException(Vm vm, PlanOutcome.Refused outcome) {
        super(outcome.refusals());
        this.vm = vm;
        this.plan = null;
        this.decisions = outcome.decisions();
        this.candidates = outcome.candidates();
    }

    /** There is a plan, and these reasons against carrying it out. */
    MigrationRefusedException(Vm vm, Plan plan, List<Refusal> refusals) {
        super(refusals);
        this.vm = vm;
        this.plan = plan;
        this.decisions = plan.decisions();
        this.candidates = plan.candidates();
    }

    /** The VM that stays where it is. */
    public Vm vm() {
        return vm;
    }

    /** The whole plan; null if planning did not come to one. */
    public @Nullable Plan plan() {
        return plan;
    }

    /** What was settled. */
    public List<Decision> decisions() {
        return decisions;
    }

    /** Each host with its reasons. */
    public List<CandidateReport> candidates() {
        return candidates;
    }
}
