package org.droveway.engine.migration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.droveway.engine.sample.Sample;
import org.droveway.protocol.Refusal;

/** What the planner says of sample labs. */
final class Planning {
    static final PlanRequest VM1 = PlanRequest.of("vm1");

    private Planning() {}

    static PlanRequest to(String host) {
        return new PlanRequest("vm1", host, null, null, null, null, false, false);
    }

    static PlanOutcome outcome(Sample sample, PlanRequest request) {
        return plan(sample, request, ExecutorAbilities.ALL);
    }

    static PlanOutcome plan(Sample sample, PlanRequest request, ExecutorAbilities abilities) {
        return new Planner(sample.snapshot(), abilities, Sample.NOW).plan(request);
    }

    static Plan planned(Sample sample, PlanRequest request) {
        PlanOutcome outcome = outcome(sample, request);
        assertThat(outcome).isInstanceOf(PlanOutcome.Planned.class);
        return ((PlanOutcome.Planned) outcome).plan();
    }

    static List<String> refusals(Sample sample, PlanRequest request) {
        return refusals(sample, request, ExecutorAbilities.ALL);
    }

    static List<String> refusals(Sample sample, PlanRequest request, ExecutorAbilities abilities) {
        PlanOutcome outcome = plan(sample, request, abilities);
        assertThat(outcome).isInstanceOf(PlanOutcome.Refused.class);
        return codes(((PlanOutcome.Refused) outcome).refusals());
    }

    static List<String> codes(List<Refusal> refusals) {
        return refusals.stream().map(Refusal::code).toList();
    }
}
