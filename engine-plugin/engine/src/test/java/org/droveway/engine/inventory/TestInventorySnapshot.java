package org.droveway.engine.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.droveway.engine.address.Cidr;
import org.droveway.engine.sample.Sample;
import org.droveway.engine.sample.SampleHost;
import org.droveway.protocol.host.VmState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TestInventorySnapshot {
    @Test
    void findsAVmByNameOrUuid() {
        InventorySnapshot snapshot = Sample.lab().snapshot();
        assertThat(snapshot.vm("vm1").host()).isEqualTo("h1");
        assertThat(snapshot.vm(Sample.vmId(1).toString().toUpperCase(Locale.ROOT))
                        .host())
                .isEqualTo("h1");
    }

    @Test
    void knowsNoOtherVm() {
        assertThatThrownBy(() -> Sample.lab().snapshot().vm("vm2"))
                .isInstanceOfSatisfying(UnknownObjectException.class, e -> {
                    assertThat(e.kind()).isEqualTo("VM");
                    assertThat(e.name()).isEqualTo("vm2");
                });
    }

    @ParameterizedTest
    @CsvSource({
        "RUNNING, PAUSED, h1",
        "PAUSED, RUNNING, h2",
        "OFF, PAUSED, h2",
        "UNKNOWN, OFF, h1",
        "OFF, RUNNING, h2",
        "OFF, OFF, h1"
    })
    void ofTwoReportsOfAVmItTakesTheLivelier(VmState onFirst, VmState onSecond, String host) {
        InventorySnapshot snapshot = Sample.empty()
                .host(SampleHost.number(2).vm(Sample.vm(Sample.vmId(1), "vm1", onSecond)))
                .host(SampleHost.number(1).vm(Sample.vm(Sample.vmId(1), "vm1", onFirst)))
                .snapshot();
        assertThat(snapshot.vm("vm1").host()).isEqualTo(host);
    }

    @Test
    void twoVmsOfOneNameAreToldApartByUuid() {
        InventorySnapshot snapshot = Sample.lab()
                .host(SampleHost.number(2).vm(Sample.vm(new UUID(9, 9), "vm1", VmState.RUNNING)))
                .snapshot();
        assertThatThrownBy(() -> snapshot.vm("vm1"))
                .hasMessageContaining(new UUID(9, 9) + " on host h2")
                .hasMessageContaining(Sample.vmId(1) + " on host h1");
        assertThat(snapshot.vm(new UUID(9, 9).toString()).host()).isEqualTo("h2");
    }

    @Test
    void vmsOfAHostThatIsDownAreInUnknownState() {
        InventorySnapshot snapshot =
                Sample.lab().host(SampleHost.number(1).vm(Sample.vm(1)).down()).snapshot();
        assertThat(snapshot.vm("vm1").report().state()).isEqualTo(VmState.UNKNOWN);
    }

    @Test
    void refusesTwoOfAName() {
        List<Network> twice = List.of(network("a", "10.0.0.0/24"), network("a", "10.0.1.0/24"));
        assertThatThrownBy(() ->
                        new InventorySnapshot(List.of(), List.of(), twice, List.of(), List.of(), List.of(), List.of()))
                .hasMessage("network a is there twice");
    }

    @Test
    void refusesTwoMigrationNetworksInOneCluster() {
        Sample sample = Sample.lab().role("guests", NetworkRole.MIGRATION);
        assertThatThrownBy(sample::snapshot).hasMessageContaining("several migration networks");
    }

    @ParameterizedTest
    @CsvSource({"10.0.0.1/24, 1500", "10.0.0.0/24, 575", "10.0.0.0/24, 65536"})
    void refusesANetworkThatCannotBe(String cidr, int mtu) {
        Cidr parsed = Cidr.parse(cidr);
        assertThatThrownBy(() -> new Network("a", parsed, mtu)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesTheReportOfAnotherHost() {
        assertThatThrownBy(() -> new HostStatus(
                        "h2", HostState.UP, SampleHost.number(1).report(), Sample.NOW, SampleHost.CAPABILITIES))
                .hasMessage("host h2 with the report of host h1");
    }

    @Test
    void changesAreNoneForTheSame() {
        HostStatus status = SampleHost.number(1).vm(Sample.vm(1)).status();
        assertThat(InventoryChanges.between(status, status)).isEmpty();
    }

    @Test
    void changesOfAHostThatLeavesEndWithIt() {
        HostStatus status = SampleHost.number(1).vm(Sample.vm(1)).status();
        assertThat(InventoryChanges.between(status, null))
                .containsExactly(
                        new InventoryChange.VmRemoved("h1", Sample.vmId(1)), new InventoryChange.HostRemoved("h1"));
    }

    private static Network network(String name, String cidr) {
        return new Network(name, Cidr.parse(cidr), 1500);
    }
}
