package org.droveway.engine.migration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.droveway.engine.inventory.InventorySnapshot;
import org.droveway.engine.inventory.PolicyStatement;
import org.droveway.engine.inventory.PolicyStatements;
import org.droveway.engine.inventory.StatedPolicy;
import org.droveway.engine.inventory.Transport;
import org.droveway.engine.sample.Sample;
import org.droveway.engine.sample.SampleHost;
import org.droveway.protocol.Refusal;
import org.droveway.protocol.Security;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What data center, cluster and VM say is in the plan, or refuses it. */
class TestScopesInPlans {
    private static final PolicyStatement NOTHING = PolicyStatement.NOTHING;
    private static final PolicyStatement MANAGEMENT =
            new PolicyStatement(null, null, null, null, null, null, true, null);
    private static final PolicyStatement NO_MANAGEMENT =
            new PolicyStatement(null, null, null, null, null, null, false, null);

    @Test
    void limitsOfAllScopesAreInTheOrder() {
        PolicyStatement widest = new PolicyStatement(null, 200L, null, 500, null, null, null, null);
        PolicyStatement narrow = new PolicyStatement(null, 100L, null, null, null, null, null, null);
        Plan plan = planned(saying(Sample.lab(), widest, NOTHING, narrow), PlanRequest.of("vm1"));
        assertThat(plan.orderParameters().bandwidthMiBs()).isEqualTo(100);
        assertThat(plan.orderParameters().maxDowntimeMs()).isEqualTo(500);
        assertThat(plan.decisions())
                .contains(new Decision(
                        "bandwidth", "100 MiB/s", "VM vm1 says 100; the minimum wins (data center lab: 200)"));
    }

    @Test
    void aClusterTightensItsDataCenter() {
        InventorySnapshot snapshot =
                saying(Sample.lab().policy("insecure"), NOTHING, NOTHING.withSecurity(Security.SECURE), NOTHING);
        assertThat(planned(snapshot, PlanRequest.of("vm1")).type()).isEqualTo(Security.SECURE);
    }

    @Test
    void aRequestThatWeakensByLeaveIsPlannedWithItsReason() {
        PlanRequest request =
                new PlanRequest("vm1", null, null, false, NOTHING.withSecurity(Security.INSECURE), "a benchmark", true);
        Plan plan = planned(Sample.lab().policy("secure").snapshot(), request);
        assertThat(plan.type()).isEqualTo(Security.INSECURE);
        assertThat(plan.decisions())
                .contains(new Decision(
                        "security",
                        "insecure",
                        "the request weakens it from secure, by migration-override, for this reason: a benchmark"));
    }

    @Test
    void anotherTransportThanThePlatformHasIsRefusedWhereverItIsDemanded() {
        PolicyStatement tunnel =
                new PolicyStatement(null, null, null, null, null, null, null, Set.of(Transport.TUNNEL));
        assertThat(refusals(saying(Sample.lab(), tunnel, NOTHING, NOTHING), PlanRequest.of("vm1")))
                .containsExactly("EXECUTOR_CANNOT");
        PlanRequest request = new PlanRequest("vm1", null, null, false, tunnel, null, false);
        assertThat(refusals(Sample.lab().snapshot(), request)).containsExactly("EXECUTOR_CANNOT");
    }

    @Test
    void whatAScopeForbidsIsNotRefused() {
        PolicyStatement plain = new PolicyStatement(null, null, 1, null, false, false, false, Set.of(Transport.DIRECT));
        assertThat(planned(saying(Sample.lab(), plain, plain, plain), PlanRequest.of("vm1")))
                .isNotNull();
    }

    @Test
    void noTransportLeftRefuses() {
        PolicyStatement direct =
                new PolicyStatement(null, null, null, null, null, null, null, Set.of(Transport.DIRECT));
        PolicyStatement tunnel =
                new PolicyStatement(null, null, null, null, null, null, null, Set.of(Transport.TUNNEL));
        assertThat(refusals(saying(Sample.lab(), direct, tunnel, NOTHING), PlanRequest.of("vm1")))
                .containsExactly("NO_TRANSPORT_LEFT");
    }

    @Test
    void aScopeMayAllowTheManagementNetworkToEverybody() {
        Plan plan = planned(saying(unreached(), MANAGEMENT, NOTHING, NOTHING), toH3(null, false));
        assertThat(plan.network()).isEqualTo("management");
        assertThat(plan.managementNetwork()).isTrue();
        assertThat(plan.decisions())
                .filteredOn(d -> d.subject().equals("management network"))
                .singleElement()
                .satisfies(d -> assertThat(d.reason()).endsWith("data center lab allows the management network"));
    }

    @Test
    void aNoOfAnyScopeStandsAlsoAgainstThoseWhoMay() {
        InventorySnapshot snapshot = saying(unreached(), MANAGEMENT, NO_MANAGEMENT, NOTHING);
        assertThat(refusals(snapshot, toH3(true, true)))
                .containsExactly("HOST_WITHOUT_ADDRESS", "MANAGEMENT_NETWORK_NOT_ALLOWED");
    }

    @Test
    void aRequestMayDeclineWhatAScopeAllows() {
        InventorySnapshot snapshot = saying(unreached(), MANAGEMENT, NOTHING, NOTHING);
        assertThat(refusals(snapshot, toH3(false, true))).containsExactly("HOST_WITHOUT_ADDRESS");
    }

    @Test
    void whatStandsForAVmSaysTheWiderSecurityToo() {
        StandingPolicy standing = StandingPolicy.of(
                "vm1",
                saying(Sample.lab().policy("insecure"), NOTHING, NOTHING, NOTHING.withSecurity(Security.SECURE)));
        assertThat(standing.policy().type()).isEqualTo(Security.SECURE);
        assertThat(standing.wider()).isEqualTo(Security.INSECURE);
        assertThat(standing.datacenter().policyVersion()).isEqualTo(7);
    }

    private static Sample unreached() {
        return Sample.lab().host(SampleHost.bare(3));
    }

    private static PlanRequest toH3(@Nullable Boolean management, boolean mayOverride) {
        PolicyStatement says = new PolicyStatement(null, null, null, null, null, null, management, null);
        return new PlanRequest("vm1", "h3", null, false, says, null, mayOverride);
    }

    private static InventorySnapshot saying(
            Sample sample, PolicyStatement datacenter, PolicyStatement cluster, PolicyStatement vm) {
        InventorySnapshot all = sample.snapshot();
        return new InventorySnapshot(
                all.datacenters(),
                all.clusters(),
                all.networks(),
                all.attachments(),
                all.hosts(),
                all.vms(),
                all.migrations(),
                new PolicyStatements(
                        Map.of("lab", stated(datacenter)),
                        Map.of("lab", stated(cluster)),
                        Map.of(Sample.vmId(1), stated(vm))));
    }

    private static StatedPolicy stated(PolicyStatement says) {
        return new StatedPolicy(says, 1, "alice", null, false);
    }

    private static Plan planned(InventorySnapshot snapshot, PlanRequest request) {
        PlanOutcome outcome = outcome(snapshot, request);
        assertThat(outcome).isInstanceOf(PlanOutcome.Planned.class);
        return ((PlanOutcome.Planned) outcome).plan();
    }

    private static List<String> refusals(InventorySnapshot snapshot, PlanRequest request) {
        PlanOutcome outcome = outcome(snapshot, request);
        assertThat(outcome).isInstanceOf(PlanOutcome.Refused.class);
        return ((PlanOutcome.Refused) outcome)
                .refusals().stream().map(Refusal::code).distinct().toList();
    }

    private static PlanOutcome outcome(InventorySnapshot snapshot, PlanRequest request) {
        return new Planner(snapshot, ExecutorAbilities.ALL, Sample.NOW).plan(request);
    }
}
