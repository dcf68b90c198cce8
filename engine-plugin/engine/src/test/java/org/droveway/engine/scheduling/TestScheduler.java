package org.droveway.engine.scheduling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.droveway.engine.inventory.Host;
import org.droveway.engine.inventory.InventorySnapshot;
import org.droveway.engine.inventory.RunningMigration;
import org.droveway.engine.network.EndpointDecision;
import org.droveway.engine.network.NetworkDecision;
import org.droveway.engine.network.NetworkRule;
import org.droveway.engine.network.NetworkWish;
import org.droveway.engine.network.UsableAddress;
import org.droveway.engine.sample.Sample;
import org.droveway.engine.sample.SampleHost;
import org.droveway.protocol.Security;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TestScheduler {
    @Test
    void weighsFreeMemoryAfterTheVmHasCome() {
        assertThat(weight(Sample.lab(), "h2")).isEqualTo(8192 - 512);
    }

    @Test
    void aRunningMigrationCosts() {
        Sample sample = Sample.lab()
                .host(SampleHost.number(3).vm(Sample.vm(2)))
                .running(new RunningMigration(new UUID(0, 1), Sample.vmId(2), "h3", "h2"));
        assertThat(weight(sample, "h2")).isEqualTo(8192 - 512 - 512 - Weights.RUNNING_MIGRATION);
        assertThat(weight(sample, "h3")).isEqualTo(8192 - 512 - Weights.RUNNING_MIGRATION);
    }

    @Test
    void anotherMtuCosts() {
        Sample sample = Sample.lab().host(SampleHost.bare(2).nic("mig0", 9000, "10.62.0.12/24"));
        assertThat(weight(sample, "h2")).isEqualTo(8192 - 512 - Weights.OTHER_MTU);
    }

    @ParameterizedTest
    @CsvSource({"8192, 8192, h2", "8192, 8193, h3", "8193, 8192, h2", "100, 8192, h3", "8192, 100, h2"})
    void bestIsTheHeaviestAndOfEqualsTheFirst(long second, long third, String best) {
        Sample sample = Sample.lab()
                .host(SampleHost.number(3).memoryFree(third))
                .host(SampleHost.number(2).memoryFree(second));
        assertThat(Scheduler.best(judge(sample))).map(CandidateReport::host).contains(best);
    }

    @Test
    void aBusyHostLosesAgainstAnIdleOne() {
        Sample sample = Sample.lab()
                .host(SampleHost.number(2).memoryFree(12_000))
                .host(SampleHost.number(4).memoryFree(100).vm(Sample.vm(2)))
                .running(new RunningMigration(new UUID(0, 1), Sample.vmId(2), "h4", "h2"));
        assertThat(Scheduler.best(judge(sample))).map(CandidateReport::host).contains("h3");
    }

    @Test
    void nobodyIsBestWhenNobodyIsAccepted() {
        Sample sample = Sample.lab()
                .host(SampleHost.number(2).down())
                .host(SampleHost.number(3).down());
        assertThat(Scheduler.best(judge(sample))).isEmpty();
    }

    @Test
    void aHostThatIsDownIsNotJudgedByWhatItSaidBefore() {
        Sample sample = Sample.lab().host(SampleHost.bare(2).memoryFree(1).down());
        assertThat(report(sample, "h2").refusals())
                .singleElement()
                .satisfies(r -> assertThat(r.code()).isEqualTo("HOST_DOWN"));
    }

    @Test
    void withoutANetworkNobodyIsRefusedForItsAddress() {
        InventorySnapshot snapshot = Sample.lab().host(SampleHost.bare(2)).snapshot();
        Placement placement = new Placement(
                snapshot.vm("vm1"), host(snapshot, "h1"), Security.SECURE, Set.of(), null, null, snapshot, Sample.NOW);
        assertThat(Scheduler.judge(placement))
                .filteredOn(c -> c.host().equals("h2"))
                .allMatch(CandidateReport::accepted);
    }

    @ParameterizedTest
    @CsvSource(
            value = {"true, null", "false, 5"},
            nullValues = "null")
    void aReportIsEitherAcceptedWithWeightOrRefusedWithReasons(boolean accepted, @Nullable Long weight) {
        assertThatThrownBy(() -> new CandidateReport("h2", accepted, weight, List.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Host host(InventorySnapshot snapshot, String name) {
        return snapshot.host(name).orElseThrow();
    }

    private static long weight(Sample sample, String host) {
        Long weight = report(sample, host).weight();
        return weight == null ? Long.MIN_VALUE : weight;
    }

    private static CandidateReport report(Sample sample, String host) {
        return judge(sample).stream()
                .filter(c -> c.host().equals(host))
                .findFirst()
                .orElseThrow();
    }

    private static List<CandidateReport> judge(Sample sample) {
        InventorySnapshot snapshot = sample.snapshot();
        NetworkDecision.Chosen network = (NetworkDecision.Chosen)
                new NetworkRule(snapshot, "lab", snapshot.datacenters().get(0)).decide(NetworkWish.NONE);
        Host source = host(snapshot, "h1");
        EndpointDecision.Found end = (EndpointDecision.Found) UsableAddress.of(source, network.choice());
        return Scheduler.judge(new Placement(
                snapshot.vm("vm1"),
                source,
                Security.SECURE,
                Set.of(),
                network.choice(),
                end.endpoint(),
                snapshot,
                Sample.NOW));
    }
}
