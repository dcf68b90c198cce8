package org.droveway.engine.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.droveway.engine.inventory.InventorySnapshot;
import org.droveway.engine.inventory.NetworkRole;
import org.droveway.engine.inventory.RunningMigration;
import org.droveway.engine.inventory.UnknownObjectException;
import org.droveway.engine.sample.Sample;
import org.droveway.engine.sample.SampleHost;
import org.droveway.engine.scheduling.CandidateReport;
import org.droveway.protocol.Refusal;
import org.droveway.protocol.Security;
import org.droveway.protocol.host.FirewallState;
import org.droveway.protocol.host.HostMode;
import org.droveway.protocol.host.VmDisk;
import org.droveway.protocol.host.VmReport;
import org.droveway.protocol.host.VmState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class TestPlanner {
    private static final PlanRequest VM1 = PlanRequest.of("vm1");

    @Test
    void plansTheWholeWay() {
        Plan plan = planned(Sample.lab().policy("secure"), to("h2"));
        assertThat(plan.from()).isEqualTo("h1");
        assertThat(plan.to()).isEqualTo("h2");
        assertThat(plan.network()).isEqualTo("migration");
        assertThat(plan.cidr()).isEqualTo("10.62.0.0/24");
        assertThat(plan.type()).isEqualTo(Security.SECURE);
        assertThat(plan.sourceAddress()).isEqualTo("10.62.0.11");
        assertThat(plan.destinationAddress()).isEqualTo("10.62.0.12");
        assertThat(plan.sourceNic()).isEqualTo("mig0");
        assertThat(plan.destinationNic()).isEqualTo("mig0");
        assertThat(plan.mtu()).isEqualTo(1500);
        assertThat(plan.ports()).isEqualTo(1);
        assertThat(plan.managementNetwork()).isFalse();
        assertThat(plan.policyVersion()).isEqualTo(7);
        assertThat(plan.parameters().tlsDestination()).isEqualTo("h2");
        assertThat(plan.libvirtCall()).isNull();
    }

    @Test
    void givesAReasonForEveryDecision() {
        Plan plan = planned(Sample.lab().policy("secure,network=10.63.0.0/24"), to("h2"));
        assertThat(plan.decisions())
                .extracting(Decision::subject)
                .containsExactly(
                        "security",
                        "network",
                        "warning",
                        "host",
                        "source address",
                        "destination address",
                        "mtu",
                        "transport",
                        "ports",
                        "handover");
        assertThat(plan.decisions()).allSatisfy(d -> assertThat(d.reason()).isNotBlank());
    }

    @Test
    void choosesTheHostWithTheGreatestWeight() {
        Sample sample = Sample.lab().host(SampleHost.number(3).memoryFree(9000));
        assertThat(planned(sample, VM1).to()).isEqualTo("h3");
    }

    @Test
    void ofEqualHostsItChoosesTheFirstByName() {
        assertThat(planned(Sample.lab(), VM1).to()).isEqualTo("h2");
    }

    @Test
    void reportsEachHostWithAllItsReasons() {
        Sample sample = Sample.lab()
                .host(SampleHost.bare(3).mode(HostMode.OBSERVE).memoryFree(10))
                .host(SampleHost.number(4).cluster("other"));
        assertThat(planned(sample, VM1).candidates())
                .extracting(CandidateReport::host, c -> codes(c.refusals()))
                .containsExactly(
                        tuple("h1", List.of("SAME_HOST")),
                        tuple("h2", List.of()),
                        tuple("h3", List.of("HOST_NOT_ENFORCING", "NOT_ENOUGH_MEMORY", "HOST_WITHOUT_ADDRESS")),
                        tuple("h4", List.of("HOST_OF_OTHER_CLUSTER")));
    }

    @Test
    void refusesWithAllReasonsAtOnce() {
        VmReport vm = new VmReport(
                Sample.vmId(1),
                "vm1",
                VmState.PAUSED,
                512,
                1,
                List.of(new VmDisk("vda", "/a.img", false)),
                "Pacemaker",
                null);
        Sample sample = Sample.empty()
                .host(SampleHost.bare(1).mode(HostMode.OBSERVE).vm(vm))
                .host(SampleHost.bare(3).down());
        PlanRequest request = new PlanRequest("vm1", "h3", Security.INSECURE, null, null, null, false, false);
        assertThat(refusals(sample, request, new ExecutorAbilities(true, true, true, false, true)))
                .containsExactlyInAnyOrder(
                        "VM_NOT_RUNNING",
                        "VM_OWNED_BY_OTHER",
                        "DISK_NOT_SHARED",
                        "HOST_NOT_ENFORCING",
                        "OVERRIDE_WEAKENS_POLICY",
                        "EXECUTOR_CANNOT",
                        "NO_MIGRATION_NETWORK",
                        "HOST_DOWN");
    }

    @Test
    void refusesTheHostThatHasIt() {
        assertThat(refusals(Sample.lab(), to("h1"))).containsExactly("SAME_HOST");
    }

    @Test
    void refusesAHostWithoutAddress() {
        Sample sample = Sample.lab().host(SampleHost.bare(3));
        assertThat(refusals(sample, to("h3"))).containsExactly("HOST_WITHOUT_ADDRESS");
    }

    @Test
    void refusesASourceWithoutAddress() {
        Sample sample = Sample.lab().host(SampleHost.bare(1).vm(Sample.vm(1)));
        assertThat(refusals(sample, to("h2"))).containsExactly("HOST_WITHOUT_ADDRESS");
    }

    @Test
    void refusesAHostWithTwoAddresses() {
        Sample sample = Sample.lab().host(SampleHost.number(2).nic("mig1", 1500, "10.62.0.99/24"));
        assertThat(refusals(sample, to("h2"))).containsExactly("HOST_WITH_SEVERAL_ADDRESSES");
    }

    @Test
    void refusesAHostThatIsDown() {
        assertThat(refusals(Sample.lab().host(SampleHost.number(2).down()), to("h2")))
                .containsExactly("HOST_DOWN");
    }

    @Test
    void refusesAHostThatNeverReported() {
        assertThat(refusals(Sample.lab().host(SampleHost.number(2).unreported()), to("h2")))
                .containsExactly("HOST_DOWN");
    }

    @ParameterizedTest
    @EnumSource(
            value = HostMode.class,
            names = {"OBSERVE", "ASSIST"})
    void refusesADestinationThatDoesNotEnforce(HostMode mode) {
        assertThat(refusals(Sample.lab().host(SampleHost.number(2).mode(mode)), to("h2")))
                .containsExactly("HOST_NOT_ENFORCING");
    }

    @Test
    void takesASourceThatAssists() {
        Sample sample =
                Sample.lab().host(SampleHost.number(1).mode(HostMode.ASSIST).vm(Sample.vm(1)));
        assertThat(planned(sample, to("h2")).from()).isEqualTo("h1");
    }

    @ParameterizedTest
    @CsvSource({"OPEN, HOST_NOT_ENFORCING", "UNKNOWN, FIREWALL_UNKNOWN"})
    void refusesAPoolThatIsNotShut(FirewallState state, String code) {
        assertThat(refusals(Sample.lab().host(SampleHost.number(2).firewall(state)), to("h2")))
                .containsExactly(code);
    }

    @ParameterizedTest
    @CsvSource({"511, false", "512, true"})
    void needsTheMemory(long free, boolean enough) {
        Sample sample = Sample.lab().host(SampleHost.number(2).memoryFree(free));
        assertThat(outcome(sample, to("h2")) instanceof PlanOutcome.Planned).isEqualTo(enough);
    }

    @Test
    void memoryPromisedToAnotherMigrationIsNotFree() {
        Sample sample = Sample.lab()
                .host(SampleHost.number(2).memoryFree(1023))
                .host(SampleHost.number(3).vm(Sample.vm(2)))
                .running(new RunningMigration(new UUID(0, 1), Sample.vmId(2), "h3", "h2"));
        assertThat(refusals(sample, to("h2"))).containsExactly("NOT_ENOUGH_MEMORY");
    }

    @ParameterizedTest
    @EnumSource(VmState.class)
    void refusesAHostThatHasTheName(VmState state) {
        UUID other = new UUID(9, 9);
        Sample sample = Sample.lab().host(SampleHost.number(2).vm(Sample.vm(other, "vm1", state)));
        PlanRequest byId = new PlanRequest(Sample.vmId(1).toString(), "h2", null, null, null, null, false, false);
        assertThat(refusals(sample, byId)).containsExactly("VM_NAME_OR_UUID_TAKEN");
    }

    @Test
    void anotherVmOfTheNameThatIsOffDoesNotMakeTheNameAmbiguous() {
        Sample sample = Sample.lab().host(SampleHost.number(2).vm(Sample.vm(new UUID(9, 9), "vm1", VmState.OFF)));
        assertThat(refusals(sample, to("h2"))).containsExactly("VM_NAME_OR_UUID_TAKEN");
    }

    @Test
    void twoRunningVmsOfTheNameAre() {
        Sample sample = Sample.lab().host(SampleHost.number(2).vm(Sample.vm(new UUID(9, 9), "vm1", VmState.RUNNING)));
        assertThatThrownBy(() -> outcome(sample, to("h2")))
                .isInstanceOf(UnknownObjectException.class)
                .hasMessageContaining("use the UUID");
    }

    @Test
    void refusesAHostThatHasTheUuid() {
        Sample sample = Sample.lab().host(SampleHost.number(2).vm(Sample.vm(Sample.vmId(1), "other", VmState.OFF)));
        assertThat(refusals(sample, to("h2"))).containsExactly("VM_NAME_OR_UUID_TAKEN");
    }

    @Test
    void refusesAVmThatRunsTwice() {
        Sample sample = Sample.lab().host(SampleHost.number(2).vm(Sample.vm(1)));
        assertThat(refusals(sample, to("h3"))).containsExactly("VM_NAME_OR_UUID_TAKEN");
    }

    @Test
    void refusesASecondMigrationOfTheSameVm() {
        Sample sample = Sample.lab().running(new RunningMigration(new UUID(0, 5), Sample.vmId(1), "h1", "h2"));
        assertThat(refusals(sample, to("h3"))).containsExactly("VM_ALREADY_MIGRATING");
    }

    @Test
    void refusesWhenNoHostIsLeftAndSaysWhyOfEach() {
        Sample sample = Sample.lab().host(SampleHost.number(2).down()).host(SampleHost.bare(3));
        assertThat(refusals(sample, VM1)).containsExactly("NO_HOST_LEFT", "HOST_DOWN", "HOST_WITHOUT_ADDRESS");
    }

    @Test
    void refusesAnExpiredCertificateOnlyWhenSecure() {
        SampleHost expired = SampleHost.number(2).certificate("migration", Sample.NOW);
        assertThat(refusals(Sample.lab().policy("secure").host(expired), to("h2")))
                .containsExactly("CERTIFICATE_EXPIRED");
        assertThat(planned(Sample.lab().policy("insecure").host(expired), to("h2"))
                        .to())
                .isEqualTo("h2");
    }

    @Test
    void takesACertificateThatIsStillValid() {
        SampleHost valid = SampleHost.number(2).certificate("migration", Sample.NOW.plusSeconds(1));
        assertThat(planned(Sample.lab().host(valid), to("h2")).to()).isEqualTo("h2");
    }

    @Test
    void refusesASourceWithAnExpiredCertificate() {
        SampleHost expired = SampleHost.number(1).vm(Sample.vm(1)).certificate("migration", Sample.NOW);
        assertThat(refusals(Sample.lab().host(expired), to("h2"))).containsExactly("CERTIFICATE_EXPIRED");
    }

    @Test
    void insecureHasNoTlsDestination() {
        Plan plan = planned(Sample.lab().policy("insecure"), to("h2"));
        assertThat(plan.type()).isEqualTo(Security.INSECURE);
        assertThat(plan.parameters().tlsDestination()).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "false, true, true, true, true, 1",
        "true, false, true, true, true, 1",
        "true, true, false, true, true, 1",
        "true, true, true, false, true, 1",
        "true, true, true, true, false, 1",
        "false, false, false, false, false, 5",
    })
    void refusesWhatThePlatformCannot(
            boolean port, boolean pinhole, boolean listen, boolean tls, boolean strict, int count) {
        ExecutorAbilities abilities = new ExecutorAbilities(port, pinhole, listen, tls, strict);
        assertThat(refusals(Sample.lab().policy("secure"), to("h2"), abilities))
                .hasSize(count)
                .containsOnly("EXECUTOR_CANNOT");
    }

    @Test
    void needsNoTlsForAnInsecureMigration() {
        ExecutorAbilities abilities = new ExecutorAbilities(true, true, true, false, true);
        assertThat(plan(Sample.lab().policy("insecure"), to("h2"), abilities)).isInstanceOf(PlanOutcome.Planned.class);
    }

    @Test
    void usesTheManagementNetworkForAHostThatPolicyDoesNotReachOnlyOnAsking() {
        Sample sample = Sample.lab().host(SampleHost.bare(3));
        Plan plan = planned(sample, new PlanRequest("vm1", "h3", null, null, null, null, true, true));
        assertThat(plan.managementNetwork()).isTrue();
        assertThat(plan.network()).isEqualTo("management");
        assertThat(plan.destinationAddress()).isEqualTo("10.61.0.13");
        assertThat(plan.decisions())
                .filteredOn(d -> d.subject().equals("management network"))
                .singleElement()
                .satisfies(d -> assertThat(d.reason()).contains("host h3: no address in 10.62.0.0/24"));
    }

    @Test
    void staysOnTheMigrationNetworkWhereItReachesEvenIfTheOtherIsAllowed() {
        Plan plan = planned(Sample.lab(), new PlanRequest("vm1", "h2", null, null, null, null, true, true));
        assertThat(plan.network()).isEqualTo("migration");
        assertThat(plan.managementNetwork()).isFalse();
    }

    @Test
    void refusesTheManagementNetworkToOneWhoMayNot() {
        Sample sample = Sample.lab().host(SampleHost.bare(3));
        PlanRequest request = new PlanRequest("vm1", "h3", null, null, null, null, true, false);
        assertThat(refusals(sample, request)).containsExactly("HOST_WITHOUT_ADDRESS", "MANAGEMENT_NETWORK_NOT_ALLOWED");
    }

    @Test
    void marksTheManagementNetworkAlsoWherePolicyNamesIt() {
        Plan plan = planned(
                Sample.lab().role("migration").role("management", NetworkRole.MANAGEMENT, NetworkRole.MIGRATION),
                to("h2"));
        assertThat(plan.managementNetwork()).isTrue();
        assertThat(plan.decisions()).contains(new Decision("management network", "used", "the policy names it"));
    }

    @Test
    void planWithThePolicysCidrKeepsItAsWritten() {
        Sample sample = Sample.empty()
                .policy("insecure,network=10.62.0.77/16")
                .host(SampleHost.number(1).vm(Sample.vm(1)))
                .host(SampleHost.number(2));
        Plan plan = planned(sample, VM1);
        assertThat(plan.network()).isEqualTo("10.62.0.77/16");
        assertThat(plan.cidr()).isEqualTo("10.62.0.0/16");
    }

    @Test
    void mtuIsTheSmallerOne() {
        SampleHost jumbo = SampleHost.bare(2).nic("mig0", 9000, "10.62.0.12/24");
        assertThat(planned(Sample.lab().host(jumbo), to("h2")).mtu()).isEqualTo(1500);
    }

    @Test
    void aPathBelowTheNetworksMtuIsAWarning() {
        SampleHost small = SampleHost.bare(2).nic("mig0", 1400, "10.62.0.12/24");
        Plan plan = planned(Sample.lab().host(small), to("h2"));
        assertThat(plan.mtu()).isEqualTo(1400);
        assertThat(plan.decisions())
                .contains(new Decision("warning", "migration", "the network's MTU is 1500, the path's only 1400"));
    }

    @Test
    void parametersAreThoseOfTheRequest() {
        PlanRequest request = new PlanRequest("vm1", "h2", null, null, 100L, 250, false, false);
        Plan plan = planned(Sample.lab(), request);
        assertThat(plan.orderParameters().bandwidthMiBs()).isEqualTo(100);
        assertThat(plan.orderParameters().maxDowntimeMs()).isEqualTo(250);
    }

    @Test
    void unknownObjectsAreUnknown() {
        assertThatThrownBy(() -> outcome(Sample.lab(), PlanRequest.of("vm9"))).hasMessage("there is no VM vm9");
        assertThatThrownBy(() -> outcome(Sample.lab(), to("h9"))).hasMessage("there is no host h9");
    }

    @Test
    void permitSaysWhatThePlanSays() {
        Plan plan = planned(Sample.lab(), to("h2"));
        var permit = Permits.of(plan, new UUID(1, 1), new UUID(2, 2), Sample.NOW);
        assertThat(permit.sourceAddress()).isEqualTo(plan.sourceAddress());
        assertThat(permit.destinationAddress()).isEqualTo(plan.destinationAddress());
        assertThat(permit.sourceHost()).isEqualTo("h1");
        assertThat(permit.destinationHost()).isEqualTo("h2");
        assertThat(permit.security()).isEqualTo(Security.SECURE);
        assertThat(permit.policyVersion()).isEqualTo(7);
        assertThat(permit.expiresAt()).isEqualTo(Sample.NOW.plus(Permits.VALIDITY));
    }

    @Test
    void sameQuestionHasTheSameAnswerInWhateverOrderItIsAsked() {
        Random random = new Random(48);
        for (int round = 0; round < 300; round++) {
            Sample sample = Sample.empty().role("migration", NetworkRole.MIGRATION);
            List<SampleHost> hosts = new ArrayList<>();
            for (int i = 1; i <= 6; i++) {
                hosts.add(RandomHosts.any(i, random));
            }
            hosts.forEach(sample::host);
            PlanOutcome first = outcome(sample, VM1);
            Collections.shuffle(hosts, random);
            Sample shuffled = Sample.empty().role("migration", NetworkRole.MIGRATION);
            hosts.forEach(shuffled::host);
            assertThat(outcome(shuffled, VM1)).isEqualTo(first);
        }
    }

    @Test
    void neverPlansWhatAFilterRefuses() {
        Random random = new Random(49);
        int planned = 0;
        for (int round = 0; round < 2000; round++) {
            Sample sample = Sample.empty().role("migration", NetworkRole.MIGRATION);
            for (int i = 1; i <= 4; i++) {
                sample.host(RandomHosts.any(i, random));
            }
            InventorySnapshot snapshot = sample.snapshot();
            if (outcome(sample, VM1) instanceof PlanOutcome.Planned found) {
                planned++;
                Plan plan = found.plan();
                var destination = snapshot.host(plan.to()).orElseThrow();
                assertThat(destination.isUp()).isTrue();
                assertThat(destination.mode()).isEqualTo(HostMode.ENFORCE);
                assertThat(plan.destinationAddress()).startsWith("10.62.0.");
                assertThat(plan.sourceAddress()).startsWith("10.62.0.").isNotEqualTo(plan.destinationAddress());
                assertThat(snapshot.vmsOn(plan.to())).noneMatch(v -> v.name().equals("vm1"));
            }
        }
        assertThat(planned).isBetween(200, 1900);
    }

    private static PlanRequest to(String host) {
        return new PlanRequest("vm1", host, null, null, null, null, false, false);
    }

    private static PlanOutcome outcome(Sample sample, PlanRequest request) {
        return plan(sample, request, ExecutorAbilities.ALL);
    }

    private static PlanOutcome plan(Sample sample, PlanRequest request, ExecutorAbilities abilities) {
        return new Planner(sample.snapshot(), abilities, Sample.NOW).plan(request);
    }

    private static Plan planned(Sample sample, PlanRequest request) {
        PlanOutcome outcome = outcome(sample, request);
        assertThat(outcome).isInstanceOf(PlanOutcome.Planned.class);
        return ((PlanOutcome.Planned) outcome).plan();
    }

    private static List<String> refusals(Sample sample, PlanRequest request) {
        return refusals(sample, request, ExecutorAbilities.ALL);
    }

    private static List<String> refusals(Sample sample, PlanRequest request, ExecutorAbilities abilities) {
        PlanOutcome outcome = plan(sample, request, abilities);
        assertThat(outcome).isInstanceOf(PlanOutcome.Refused.class);
        return codes(((PlanOutcome.Refused) outcome).refusals());
    }

    private static List<String> codes(List<Refusal> refusals) {
        return refusals.stream().map(Refusal::code).toList();
    }
}
