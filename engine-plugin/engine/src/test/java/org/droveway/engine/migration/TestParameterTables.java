package org.droveway.engine.migration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.droveway.engine.inventory.InventorySnapshot;
import org.droveway.engine.inventory.MemoryCompression;
import org.droveway.engine.inventory.PolicyStatements;
import org.droveway.engine.inventory.StatedPolicy;
import org.droveway.engine.inventory.Words;
import org.droveway.engine.sample.PolicyPage;
import org.droveway.engine.sample.Sample;
import org.droveway.protocol.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The tables of docs/policy.md about parameters say what the code does. */
class TestParameterTables {
    @ParameterizedTest
    @MethodSource("contradictions")
    void whatExcludesWhat(String asked, String outcome) {
        PlanOutcome found = plan("", asked, true);
        assertThat(describe(found)).isEqualTo(outcome);
        if (found instanceof PlanOutcome.Refused refused) {
            assertThat(refused.refusals()).extracting(Refusal::code).containsOnly("PARAMETERS_CONTRADICT");
        }
    }

    @ParameterizedTest
    @MethodSource("requests")
    void whatARequestGets(String datacenter, String request, String operator, String override) {
        assertThat(describe(plan(datacenter, request, false))).isEqualTo(operator);
        assertThat(describe(plan(datacenter, request, true))).isEqualTo(override);
        if (override.equals("refused")) {
            assertThat(((PlanOutcome.Refused) plan(datacenter, request, true)).refusals())
                    .extracting(Refusal::code)
                    .containsOnly("OVERRIDE_WEAKENS_POLICY");
        }
    }

    @Test
    void thereAreTables() {
        assertThat(contradictions()).hasSizeGreaterThan(12);
        assertThat(requests()).hasSizeGreaterThan(15);
    }

    /** Convergence, handover, connections, and the compression if there is any. */
    private static String describe(PlanOutcome outcome) {
        if (!(outcome instanceof PlanOutcome.Planned planned)) {
            return "refused";
        }
        PlanParameters parameters = planned.plan().parameters();
        String rest =
                parameters.compression() == MemoryCompression.NONE ? "" : ", " + Words.of(parameters.compression());
        return Words.of(parameters.convergence()) + ", " + Words.of(parameters.handover()) + ", "
                + parameters.parallelConnections() + rest;
    }

    private static PlanOutcome plan(String datacenter, String request, boolean mayOverride) {
        InventorySnapshot all = Sample.lab().snapshot();
        StatedPolicy stated = new StatedPolicy(Wishes.parse(datacenter), 1, "alice", null, false);
        InventorySnapshot snapshot = new InventorySnapshot(
                all.datacenters(),
                all.clusters(),
                all.networks(),
                all.attachments(),
                all.hosts(),
                all.vms(),
                all.migrations(),
                new PolicyStatements(Map.of("lab", stated), Map.of(), Map.of()));
        boolean disks = request.contains("--with-local-disks");
        PlanRequest asked = new PlanRequest("vm1", "h2", null, disks, Wishes.parse(request), null, mayOverride);
        return new Planner(snapshot, ExecutorAbilities.ALL, Sample.NOW).plan(asked);
    }

    static List<Arguments> contradictions() {
        return rows("### What excludes what");
    }

    static List<Arguments> requests() {
        return rows("### What a request gets");
    }

    private static List<Arguments> rows(String heading) {
        return PolicyPage.below(heading).stream()
                .skip(1)
                .map(List::toArray)
                .map(Arguments::of)
                .collect(Collectors.toList());
    }
}
