package org.droveway.engine.migration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.droveway.engine.inventory.PolicyStatement;
import org.droveway.engine.sample.Sample;
import org.droveway.engine.sample.SampleHost;
import org.droveway.protocol.MigrationParameters;
import org.droveway.protocol.Refusal;
import org.droveway.protocol.Security;
import org.droveway.protocol.host.VmDisk;
import org.droveway.protocol.host.VmReport;
import org.droveway.protocol.host.VmState;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Disks, capabilities, the default number of connections, and how bandwidth is divided. */
class TestParameters {
    private static final VmDisk SHARED = new VmDisk("vda", "/dev/loop0", true);
    private static final VmDisk LOCAL = new VmDisk("vdb", "/var/lib/b.qcow2", false);
    private static final VmDisk OTHER_LOCAL = new VmDisk("vdc", "/var/lib/c.raw", false);
    private static final VmDisk CDROM = new VmDisk("sda", "/var/lib/boot.iso", false, true, null, null, null, null);

    @Test
    void withoutWishesAnAgentIsToldTheSimplest() {
        assertThat(planned(lab(512, SHARED), "").orderParameters())
                .isEqualTo(new MigrationParameters(Security.SECURE, null, null, "h2"));
    }

    @Test
    void localDisksAreCopiedOnAskingOnly() {
        Plan plan = planned(lab(512, SHARED, LOCAL, OTHER_LOCAL, CDROM), "--with-local-disks");
        assertThat(plan.orderParameters().disks()).containsExactly("vdb", "vdc");
        assertThat(plan.ports()).isEqualTo(2);
        assertThat(plan.decisions())
                .contains(new Decision(
                        "disks",
                        "vdb, vdc copied",
                        "vdb (/var/lib/b.qcow2), vdc (/var/lib/c.raw): local to host h1, and the request says to copy it;"
                                + " vda (/dev/loop0): on storage that other hosts see;"
                                + " sda (/var/lib/boot.iso): only read, so the destination needs it too"));
        assertThat(refusals(lab(512, SHARED, LOCAL), "")).singleElement().satisfies(refusal -> {
            assertThat(refusal.code()).isEqualTo("DISK_NOT_SHARED");
            assertThat(refusal.remedy()).startsWith("migrate it --with-local-disks");
        });
    }

    @Test
    void aDiskThatIsOnlyReadStaysWhereItIs() {
        assertThat(planned(lab(512, SHARED, CDROM), "").ports()).isEqualTo(1);
    }

    @Test
    void theBandwidthIsDividedAmongMemoryAndDisks() {
        Plan plan = planned(lab(512, LOCAL, OTHER_LOCAL), "--with-local-disks --bandwidth 100");
        assertThat(plan.parameters().bandwidthMiBs()).isEqualTo(100);
        assertThat(plan.orderParameters().bandwidthMiBs()).isEqualTo(33);
        assertThat(plan.decisions())
                .filteredOn(d -> d.subject().equals("bandwidth"))
                .singleElement()
                .satisfies(d -> assertThat(d.value()).isEqualTo("100 MiB/s, 33 for each stream"));
    }

    @Test
    void lessThanAMebibyteForEachStreamIsRefused() {
        assertThat(refusals(lab(512, LOCAL, OTHER_LOCAL), "--with-local-disks --bandwidth 2"))
                .extracting(Refusal::code)
                .containsExactly("PARAMETERS_CONTRADICT");
    }

    @ParameterizedTest
    @CsvSource({
        "8191, '', 1",
        "8192, '', 2",
        "65535, '', 2",
        "65536, '', 4",
        "65536, --bandwidth 512, 1",
        "65536, --bandwidth 513, 4",
        "65536, --compression xbzrle, 1",
        "512, --compression zstd, 2",
        "65536, --connections 1, 1",
        "512, --connections 255, 255",
        "65536, --post-copy, 1",
    })
    void connectionsByDefault(long memory, String asked, int connections) {
        assertThat(planned(lab(memory, SHARED), asked).parameters().parallelConnections())
                .isEqualTo(connections);
    }

    @ParameterizedTest
    @CsvSource({"secure, 7.2.0, 2", "insecure, 7.2.0, 1", "insecure, 8.0.2, 2", "insecure, unknown, 1"})
    void severalUnencryptedConnectionsAreNoDefaultForAnOldQemu(String policy, String qemu, int connections) {
        Sample sample = lab(8192, SHARED)
                .policy(policy)
                .host(SampleHost.number(2).memoryFree(1 << 20).qemu(qemu));
        assertThat(planned(sample, "").parameters().parallelConnections()).isEqualTo(connections);
        assertThat(planned(sample, "--connections 3").decisions().stream()
                        .anyMatch(
                                d -> d.subject().equals("warning") && d.value().equals("connections")))
                .isEqualTo(connections == 1);
    }

    @Test
    void severalAreNoDefaultWhereAnAgentDoesNotKnowThem() {
        Sample sample =
                lab(8192, SHARED).host(SampleHost.number(2).memoryFree(1 << 20).without("multifd"));
        assertThat(planned(sample, "").parameters().parallelConnections()).isEqualTo(1);
    }

    @Test
    void postCopyOverSeveralConnectionsTakesANewQemuOnBothHosts() {
        Sample sample = lab(512, SHARED);
        sample.host(source(512, SHARED).qemu("10.1.0"));
        assertThat(refusals(sample, "--post-copy --connections 2")).hasSize(1);
        sample.host(SampleHost.number(2).qemu("10.1.0"));
        assertThat(planned(sample, "--post-copy --connections 2").parameters().parallelConnections())
                .isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({
        "--with-local-disks, local-disks",
        "--connections 2, multifd",
        "--compression xbzrle, compression",
        "--convergence throttle, auto-converge",
        "--convergence cancel, convergence-watch",
        "--post-copy, post-copy",
        "--handover fast, fast-handover",
    })
    void anOlderAgentIsNeverSentWhatItDoesNotKnow(String asked, String capability) {
        VmDisk disk = asked.contains("disks") ? LOCAL : SHARED;
        Sample olderSource = lab(512, disk);
        olderSource.host(source(512, disk).without(capability));
        Sample olderDestination = lab(512, disk).host(SampleHost.number(2).without(capability));
        assertThat(refusals(olderSource, asked)).singleElement().satisfies(refusal -> lacks(refusal, "h1", capability));
        assertThat(refusals(olderDestination, asked))
                .singleElement()
                .satisfies(refusal -> lacks(refusal, "h2", capability));
    }

    private static void lacks(Refusal refusal, String host, String capability) {
        assertThat(refusal.code()).isEqualTo("CAPABILITY_MISSING");
        assertThat(refusal.object()).isEqualTo("host " + host);
        assertThat(refusal.found()).isEqualTo("its agent does not know " + capability);
    }

    @Test
    void aCandidateThatLacksSomethingIsLeftOut() {
        Sample sample = lab(512, LOCAL).host(SampleHost.number(2).without("local-disks"));
        Plan plan = ((PlanOutcome.Planned) outcome(sample, request(null, "--with-local-disks"))).plan();
        assertThat(plan.to()).isEqualTo("h3");
    }

    @Test
    void contradictionsAndMissingCapabilitiesAreToldAllAtOnce() {
        Sample sample = lab(512, SHARED).host(SampleHost.number(2).without("multifd", "compression"));
        assertThat(refusals(
                        sample,
                        "--with-local-disks --compression xbzrle --connections 2 --post-copy --handover strict"))
                .extracting(Refusal::code)
                .containsExactlyInAnyOrder(
                        "PARAMETERS_CONTRADICT",
                        "PARAMETERS_CONTRADICT",
                        "PARAMETERS_CONTRADICT",
                        "PARAMETERS_CONTRADICT",
                        "CAPABILITY_MISSING");
    }

    @Test
    void aPlanThatWasStoredBeforeMeansTheSimplest() {
        assertThat(new PlanParameters(100L, null, null, "h2", null, null, null, null, null).order(Security.SECURE))
                .isEqualTo(new MigrationParameters(Security.SECURE, 100L, null, "h2"));
    }

    private static Sample lab(long memory, VmDisk... disks) {
        return Sample.lab()
                .host(source(memory, disks))
                .host(SampleHost.number(2).memoryFree(1 << 20))
                .host(SampleHost.number(3).memoryFree(1 << 19));
    }

    private static SampleHost source(long memory, VmDisk... disks) {
        VmReport vm = new VmReport(Sample.vmId(1), "vm1", VmState.RUNNING, memory, 1, List.of(disks), null, List.of());
        return SampleHost.number(1).vm(vm);
    }

    private static PlanRequest request(@Nullable String host, String asked) {
        PolicyStatement says = Wishes.parse(asked);
        return new PlanRequest("vm1", host, null, asked.contains("--with-local-disks"), says, null, true);
    }

    private static PlanOutcome outcome(Sample sample, PlanRequest request) {
        return new Planner(sample.snapshot(), ExecutorAbilities.ALL, Sample.NOW).plan(request);
    }

    private static Plan planned(Sample sample, String asked) {
        PlanOutcome outcome = outcome(sample, request("h2", asked));
        assertThat(outcome).isInstanceOf(PlanOutcome.Planned.class);
        return ((PlanOutcome.Planned) outcome).plan();
    }

    private static List<Refusal> refusals(Sample sample, String asked) {
        PlanOutcome outcome = outcome(sample, request("h2", asked));
        assertThat(outcome).isInstanceOf(PlanOutcome.Refused.class);
        return ((PlanOutcome.Refused) outcome).refusals();
    }
}
