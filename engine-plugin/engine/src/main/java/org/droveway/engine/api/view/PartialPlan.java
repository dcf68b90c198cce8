package org.droveway.engine.api.view;

import java.util.List;
import java.util.UUID;
import org.droveway.engine.inventory.Vm;
import org.droveway.engine.migration.Decision;
import org.droveway.engine.migration.service.MigrationRefusedException;
import org.droveway.engine.scheduling.CandidateReport;

/** A plan as far as it came before it was refused. */
public record PartialPlan(
        String vm, UUID vmId, String from, List<Decision> decisions, List<CandidateReport> candidates) {
    public PartialPlan {
        decisions = List.copyOf(decisions);
        candidates = List.copyOf(candidates);
    }

    /** What the refusal tells of it. */
    public static PartialPlan of(MigrationRefusedException refusal) {
        Vm vm = refusal.vm();
        return new PartialPlan(vm.name(), vm.id(), vm.host(), refusal.decisions(), refusal.candidates());
    }
}
