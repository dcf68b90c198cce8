package org.droveway.engine.migration;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.droveway.engine.scheduling.CandidateReport;
import org.droveway.protocol.Refusal;

/** What planning came to. */
public sealed interface PlanOutcome {
    /** It can go ahead to the negotiation. */
    record Planned(Plan plan) implements PlanOutcome {
        public Planned {
            requireNonNull(plan, "plan");
        }
    }

    /**
     * It cannot.
     *
     * @param refusals every reason, at least one
     * @param decisions what had been settled by then
     * @param candidates each host with its reasons; empty when not even the VM was found
     */
    record Refused(List<Refusal> refusals, List<Decision> decisions, List<CandidateReport> candidates)
            implements PlanOutcome {
        public Refused {
            refusals = List.copyOf(refusals);
            decisions = List.copyOf(decisions);
            candidates = List.copyOf(candidates);
            if (refusals.isEmpty()) {
                throw new IllegalArgumentException("refused without a reason");
            }
        }
    }
}
