package org.droveway.engine.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;
import static org.droveway.engine.migration.Planning.VM1;
import static org.droveway.engine.migration.Planning.codes;
import static org.droveway.engine.migration.Planning.outcome;
import static org.droveway.engine.migration.Planning.plan;
import static org.droveway.engine.migration.Planning.planned;
import static org.droveway.engine.migration.Planning.refusals;
import static org.droveway.engine.migration.Planning.to;

import java.util.List;
import java.util.UUID;
import org.droveway.engine.inventory.RunningMigration;
import org.droveway.engine.inventory.UnknownObjectException;
import org.droveway.engine.sample.Sample;
import org.droveway.engine.sample.SampleHost;
import org.droveway.engine.scheduling.CandidateReport;
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

/** What is not planned, which host is not taken, and every reason why. */
class TestPlanRefusals {
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
    void refusesTheManagementNetworkToOneWhoMayNot() {
        Sample sample = Sample.lab().host(SampleHost.bare(3));
        PlanRequest request = new PlanRequest("vm1", "h3", null, null, null, null, true, false);
        assertThat(refusals(sample, request)).containsExactly("HOST_WITHOUT_ADDRESS", "MANAGEMENT_NETWORK_NOT_ALLOWED");
    }
}
