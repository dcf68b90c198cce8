package org.droveway.engine.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import java.util.List;
import java.util.Random;
import java.util.Set;
import org.droveway.engine.inventory.ClusterNetwork;
import org.droveway.engine.inventory.InventorySnapshot;
import org.droveway.engine.inventory.NetworkRole;
import org.droveway.engine.inventory.UnknownObjectException;
import org.droveway.engine.network.RolePreview.HostAddress;
import org.droveway.engine.sample.Sample;
import org.droveway.engine.sample.SampleHost;
import org.droveway.protocol.Refusal;
import org.junit.jupiter.api.Test;

class TestRoleRule {
    @Test
    void showsTheAddressOfEachHost() {
        RolePreview preview = grant(lab(), "migration");
        assertThat(preview.network()).isEqualTo("migration");
        assertThat(preview.hosts())
                .extracting(HostAddress::host, HostAddress::address, HostAddress::nic, HostAddress::mtu)
                .containsExactly(tuple("h1", "10.62.0.11", "mig0", 1500), tuple("h2", "10.62.0.12", "mig0", 1500));
        assertThat(preview.errors()).isEmpty();
        assertThat(preview.warnings()).isEmpty();
    }

    @Test
    void showsWhyAHostHasNone() {
        RolePreview preview = grant(lab().host(SampleHost.bare(3)), "migration");
        assertThat(preview.hosts().get(2).address()).isNull();
        assertThat(preview.hosts().get(2).reason()).isEqualTo("no address in 10.62.0.0/24");
        assertThat(preview.errors()).isEmpty();
        assertThat(codes(preview.warnings())).containsExactly("HOST_WITHOUT_ADDRESS");
    }

    @Test
    void warnsOfAHostWithSeveral() {
        Sample sample = lab().host(SampleHost.number(3).nic("mig1", 1500, "10.62.0.33/24"));
        assertThat(codes(grant(sample, "migration").warnings())).containsExactly("HOST_WITH_SEVERAL_ADDRESSES");
    }

    @Test
    void leavesOutHostsOfOtherClusters() {
        RolePreview preview = grant(lab().host(SampleHost.bare(3).cluster("other")), "migration");
        assertThat(preview.hosts()).extracting(HostAddress::host).containsExactly("h1", "h2");
    }

    @Test
    void refusesOverlapWithAnotherNetworkOfTheCluster() {
        Sample sample = lab().network("wide", "10.62.0.0/16");
        assertThat(codes(grant(sample, "migration").errors())).containsExactly("NETWORKS_OVERLAP");
        assertThat(codes(grant(sample, "wide").errors())).containsExactly("NETWORKS_OVERLAP");
    }

    @Test
    void lookedAtOnlyAreNetworksOfTheCluster() {
        Sample sample = lab().network("wide", "10.62.0.0/16").detach("wide");
        assertThat(grant(sample, "migration").errors()).isEmpty();
    }

    /** A subnet for each rack in one supernet: the routers know the way. */
    @Test
    void takesRoutedPathsForOneNetwork() {
        Sample sample = Sample.empty()
                .policy("secure,network=10.70.1.0/24")
                .network("racks", "10.70.0.0/16")
                .host(SampleHost.bare(1).nic("mig0", 1500, "10.70.1.11/24"))
                .host(SampleHost.bare(2).nic("mig0", 1500, "10.70.2.12/24"));
        RolePreview preview = grant(sample, "racks");
        assertThat(preview.errors()).isEmpty();
        assertThat(preview.warnings()).isEmpty();
        assertThat(preview.hosts()).extracting(HostAddress::address).containsExactly("10.70.1.11", "10.70.2.12");
    }

    @Test
    void refusesARangeWithFewerAddressesThanHosts() {
        Sample sample = lab().host(SampleHost.number(3)).network("narrow", "10.66.0.0/30");
        assertThat(codes(grant(sample, "narrow").errors())).containsExactly("TOO_FEW_ADDRESSES");
        assertThat(grant(lab().network("narrow", "10.66.0.0/30"), "narrow").errors())
                .isEmpty();
    }

    @Test
    void warnsOfAnotherMtu() {
        RolePreview preview = grant(otherMtu(), "migration");
        assertThat(preview.errors()).isEmpty();
        assertThat(preview.warnings())
                .extracting(Refusal::code, Refusal::object, Refusal::found)
                .containsExactly(tuple("MTU_DIFFERS", "host h3", "mig0 has MTU 9000 bytes"));
    }

    @Test
    void refusesAnotherMtuOnARequiredNetwork() {
        RolePreview preview =
                RoleRule.decide(required(otherMtu().snapshot(), "migration"), new RoleChange("lab", "migration", true));
        assertThat(codes(preview.errors())).containsExactly("MTU_DIFFERS");
        assertThat(preview.warnings()).isEmpty();
    }

    @Test
    void warnsOfVmsOnTheNetwork() {
        RolePreview preview = grant(lab(), "guests");
        assertThat(preview.errors()).isEmpty();
        assertThat(codes(preview.warnings())).containsExactly("VMS_ON_NETWORK");
    }

    @Test
    void namesVmsAndTheirNicsOnTheNetwork() {
        Sample sample = Sample.empty()
                .host(SampleHost.number(1).vm(Sample.vmOn(2, "vm0", "mig0")).vm(Sample.vmOn(1, "mig0")))
                .host(SampleHost.number(2).vm(Sample.vmOn(3, "vm0")).vm(Sample.vm(4)))
                .host(SampleHost.bare(3).vm(Sample.vmOn(5, "mig0")));
        RolePreview preview = grant(sample, "migration");
        assertThat(preview.errors()).isEmpty();
        assertThat(preview.warnings())
                .filteredOn(warning -> warning.code().equals("VMS_ON_NETWORK"))
                .extracting(Refusal::object, Refusal::found)
                .containsExactly(
                        tuple("VM vm1", "its NIC 52:54:00:00:00:01 is on mig0 of host h1, which has 10.62.0.11"),
                        tuple("VM vm2", "its NIC 52:54:00:00:00:02 is on mig0 of host h1, which has 10.62.0.11"));
    }

    @Test
    void movesTheRole() {
        RolePreview preview = grant(lab().role("migration", NetworkRole.MIGRATION), "management");
        assertThat(preview.network()).isEqualTo("management");
        assertThat(preview.hosts()).extracting(HostAddress::address).containsExactly("10.61.0.11", "10.61.0.12");
    }

    @Test
    void revokingFallsBackToThePolicysRange() {
        Sample sample = lab().role("migration", NetworkRole.MIGRATION).policy("secure,network=10.63.0.0/24");
        RolePreview preview = revoke(sample);
        assertThat(preview.network()).isEqualTo("guests");
        assertThat(preview.hosts()).extracting(HostAddress::address).containsExactly("10.63.0.11", "10.63.0.12");
        assertThat(preview.warnings()).isEmpty();
    }

    @Test
    void revokingMayLeaveNoNetwork() {
        RolePreview preview = revoke(lab().role("migration", NetworkRole.MIGRATION));
        assertThat(preview.network()).isNull();
        assertThat(preview.errors()).isEmpty();
        assertThat(preview.warnings())
                .extracting(Refusal::code, Refusal::object)
                .containsExactly(tuple("HOST_WITHOUT_ADDRESS", "host h1"), tuple("HOST_WITHOUT_ADDRESS", "host h2"));
    }

    @Test
    void knowsOnlyAttachedNetworks() {
        assertThatThrownBy(() -> grant(lab().detach("guests"), "guests"))
                .isInstanceOf(UnknownObjectException.class)
                .hasMessageContaining("guests in cluster lab");
    }

    @Test
    void warnsOfNothingElse() {
        Set<String> known =
                Set.of("MTU_DIFFERS", "VMS_ON_NETWORK", "HOST_WITHOUT_ADDRESS", "HOST_WITH_SEVERAL_ADDRESSES");
        Random random = new Random(46);
        for (int i = 0; i < 2_000; i++) {
            InventorySnapshot snapshot = any(random).snapshot();
            for (ClusterNetwork attachment : snapshot.attachments()) {
                RoleChange change = new RoleChange("lab", attachment.network(), random.nextBoolean());
                RolePreview preview = RoleRule.decide(snapshot, change);
                assertThat(known).containsAll(codes(preview.warnings()));
                assertThat(preview.hosts()).hasSize(snapshot.hostsOf("lab").size());
            }
        }
    }

    private static Sample any(Random random) {
        Sample sample = Sample.empty().policy(random.nextBoolean() ? "secure,network=10.62.0.0/16" : "insecure");
        if (random.nextBoolean()) {
            sample.role("migration", NetworkRole.MIGRATION);
        }
        for (int i = 1; i <= random.nextInt(5); i++) {
            SampleHost host = random.nextBoolean() ? SampleHost.number(i) : SampleHost.bare(i);
            if (random.nextBoolean()) {
                host.nic("mig1", random.nextBoolean() ? 1500 : 9000, "10.62.0." + (100 + random.nextInt(3)) + "/24");
            }
            sample.host(random.nextInt(4) == 0 ? host.unreported() : host);
        }
        return sample;
    }

    private static Sample lab() {
        return Sample.empty().host(SampleHost.number(1)).host(SampleHost.number(2));
    }

    private static Sample otherMtu() {
        return lab().host(SampleHost.bare(3).nic("mig0", 9000, "10.62.0.13/24"));
    }

    private static InventorySnapshot required(InventorySnapshot snapshot, String network) {
        List<ClusterNetwork> attachments = snapshot.attachments().stream()
                .map(a -> new ClusterNetwork(
                        a.cluster(), a.network(), a.roles(), a.network().equals(network)))
                .toList();
        return new InventorySnapshot(
                snapshot.datacenters(),
                snapshot.clusters(),
                snapshot.networks(),
                attachments,
                snapshot.hosts(),
                snapshot.vms(),
                snapshot.migrations());
    }

    private static RolePreview grant(Sample sample, String network) {
        return RoleRule.decide(sample.snapshot(), new RoleChange("lab", network, true));
    }

    private static RolePreview revoke(Sample sample) {
        return RoleRule.decide(sample.snapshot(), new RoleChange("lab", "migration", false));
    }

    private static List<String> codes(List<Refusal> refusals) {
        return refusals.stream().map(Refusal::code).toList();
    }
}
