package org.droveway.engine.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.util.List;
import java.util.Random;
import org.droveway.engine.address.Cidr;
import org.droveway.engine.inventory.ClusterNetwork;
import org.droveway.engine.inventory.InventorySnapshot;
import org.droveway.engine.inventory.Network;
import org.droveway.engine.inventory.NetworkRole;
import org.droveway.engine.sample.Sample;
import org.droveway.engine.sample.SampleHost;
import org.droveway.protocol.Refusal;
import org.junit.jupiter.api.Test;

class TestEditRule {
    @Test
    void refusesToAttachWhatOverlapsWithTheMigrationNetwork() {
        Sample sample = Sample.lab().network("wide", "10.62.0.0/16").detach("wide");
        assertThat(attach(sample, "wide", false))
                .extracting(Refusal::code, Refusal::object, Refusal::found)
                .containsExactly(tuple(
                        "NETWORKS_OVERLAP",
                        "network migration",
                        "10.62.0.0/24 overlaps with 10.62.0.0/16 of network wide"));
    }

    @Test
    void attachesWhatOverlapsWithAnotherNetwork() {
        Sample sample = Sample.lab().network("wide", "10.63.0.0/16").detach("wide");
        assertThat(attach(sample, "wide", false)).isEmpty();
    }

    @Test
    void attachesAnythingWhereNoNetworkHasTheRole() {
        Sample sample = Sample.empty().network("wide", "10.62.0.0/16").detach("wide");
        assertThat(attach(sample, "wide", false)).isEmpty();
    }

    @Test
    void refusesAnotherNetworksRangeThatWouldOverlap() {
        assertThat(change(Sample.lab(), "guests", "10.62.0.128/25", 1500)).containsExactly("NETWORKS_OVERLAP");
    }

    @Test
    void refusesARangeOfTheMigrationNetworkThatWouldOverlap() {
        assertThat(change(Sample.lab(), "migration", "10.60.0.0/14", 1500))
                .containsExactly("NETWORKS_OVERLAP", "NETWORKS_OVERLAP");
    }

    /** Racks within one supernet: the network's own old range is no other network. */
    @Test
    void widensTheMigrationNetworkAroundItsOldRange() {
        assertThat(change(Sample.lab(), "migration", "10.62.0.0/16", 1500)).isEmpty();
    }

    @Test
    void changesTheRangeOfANetworkThatTheClusterDoesNotHave() {
        Sample sample = Sample.lab().network("far", "10.70.0.0/24").detach("far");
        assertThat(change(sample, "far", "10.62.0.0/16", 1500)).isEmpty();
    }

    @Test
    void refusesARangeWithFewerAddressesThanHosts() {
        assertThat(change(Sample.lab(), "migration", "10.62.0.0/30", 1500)).containsExactly("TOO_FEW_ADDRESSES");
    }

    @Test
    void refusesAnMtuThatHostsOfARequiredNetworkDoNotHave() {
        InventorySnapshot required = required(Sample.lab());
        assertThat(EditRule.decide(required, values("migration", "10.62.0.0/24", 9000)))
                .extracting(Refusal::code, Refusal::object)
                .containsExactly(
                        tuple("MTU_DIFFERS", "host h1"),
                        tuple("MTU_DIFFERS", "host h2"),
                        tuple("MTU_DIFFERS", "host h3"));
        assertThat(change(Sample.lab(), "migration", "10.62.0.0/24", 9000)).isEmpty();
    }

    @Test
    void refusesToRequireANetworkWhoseMtuAHostDoesNotHave() {
        assertThat(attach(jumboHost(), "migration", true))
                .extracting(Refusal::code, Refusal::object)
                .containsExactly(tuple("MTU_DIFFERS", "host h3"));
        assertThat(attach(jumboHost(), "migration", false)).isEmpty();
        assertThat(attach(jumboHost(), "guests", true)).isEmpty();
    }

    @Test
    void wasSoBeforeIsNoReason() {
        InventorySnapshot required = required(jumboHost());
        assertThat(EditRule.decide(required, values("migration", "10.62.0.0/23", 1500)))
                .isEmpty();
        assertThat(EditRule.decide(required, values("migration", "10.62.0.0/24", 9000)))
                .extracting(Refusal::object)
                .containsExactly("host h1", "host h2");
    }

    @Test
    void mendsAnOverlapStepByStep() {
        Sample sample = Sample.lab().network("left", "10.62.0.0/25").network("right", "10.62.0.128/25");
        assertThat(change(sample, "left", "10.62.0.0/26", 1500)).isEmpty();
        assertThat(change(sample, "right", "10.70.0.0/24", 1500)).isEmpty();
    }

    @Test
    void agreesWithTheGrantOnWhatNobodyHadBefore() {
        Random random = new Random(47);
        for (int i = 0; i < 2_000; i++) {
            String cidr = "10." + (60 + random.nextInt(5)) + ".0.0/" + (10 + random.nextInt(21));
            Network migration =
                    new Network("migration", Cidr.parse(cidr).network(), random.nextBoolean() ? 1500 : 9000);
            InventorySnapshot before = Sample.lab().snapshot();
            if (random.nextBoolean()) {
                before = required(Sample.lab());
            }
            NetworkEdit edit = new NetworkEdit.Values(migration);
            assertThat(EditRule.decide(before, edit))
                    .isEqualTo(RoleRule.decide(edit.applyTo(before), new RoleChange("lab", "migration", true))
                            .errors());
        }
    }

    private static Sample jumboHost() {
        return Sample.lab().host(SampleHost.bare(3).nic("mig0", 9000, "10.62.0.13/24"));
    }

    private static InventorySnapshot required(Sample sample) {
        InventorySnapshot snapshot = sample.snapshot();
        return snapshot.withAttachments(snapshot.attachments().stream()
                .map(a -> new ClusterNetwork(a.cluster(), a.network(), a.roles(), a.has(NetworkRole.MIGRATION)))
                .toList());
    }

    private static List<Refusal> attach(Sample sample, String network, boolean required) {
        return EditRule.decide(sample.snapshot(), new NetworkEdit.Attachment("lab", network, required));
    }

    private static List<String> change(Sample sample, String network, String cidr, int mtu) {
        return EditRule.decide(sample.snapshot(), values(network, cidr, mtu)).stream()
                .map(Refusal::code)
                .toList();
    }

    private static NetworkEdit values(String network, String cidr, int mtu) {
        return new NetworkEdit.Values(new Network(network, Cidr.parseNetwork(cidr), mtu));
    }
}
