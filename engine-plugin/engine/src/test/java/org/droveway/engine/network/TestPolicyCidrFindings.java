package org.droveway.engine.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.droveway.engine.inventory.InventorySnapshot;
import org.droveway.engine.inventory.NetworkRole;
import org.droveway.engine.sample.Sample;
import org.droveway.engine.sample.SampleHost;
import org.junit.jupiter.api.Test;

/** What is told of a policy's CIDR; cluster lab has hosts, cluster other has none. */
class TestPolicyCidrFindings {
    private final Sample sample =
            Sample.empty().host(SampleHost.number(1)).host(SampleHost.number(2)).host(SampleHost.bare(3));

    @Test
    void nothingWithoutAPolicy() {
        assertThat(findings(sample)).isEmpty();
    }

    @Test
    void nothingOfAPolicyWithoutCidr() {
        assertThat(findings(sample.policy("insecure"))).isEmpty();
    }

    @Test
    void nothingOfAClusterWhoseHostsAllHaveAnAddress() {
        assertThat(told("cluster lab", sample.policy("secure,network=10.63.0.0/24")))
                .isEmpty();
        assertThat(told("host", sample)).isEmpty();
    }

    @Test
    void hostBitsMakeNoDifference() {
        assertThat(told("cluster lab", sample.policy("secure,network=10.63.0.7/24")))
                .isEmpty();
    }

    @Test
    void everyHostWithoutAnAddress() {
        assertThat(told("host", sample.policy("secure,network=10.62.0.0/24")))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.object()).isEqualTo("host h3");
                    assertThat(finding.found()).isEqualTo("no address in 10.62.0.0/24");
                    assertThat(finding.remedy()).contains("configure an address of 10.62.0.0/24");
                });
    }

    @Test
    void everyHostWithSeveralAddresses() {
        sample.host(SampleHost.number(2).nic("mig1", 1500, "10.62.0.212/24"));
        assertThat(told("host h2", sample.policy("secure,network=10.62.0.0/24")))
                .singleElement()
                .satisfies(finding -> assertThat(finding.remedy()).startsWith("pin one: drovectl host pin h2"));
    }

    @Test
    void aRangeThatIsNoNetworkOfTheCluster() {
        assertThat(told("cluster lab", sample.policy("secure,network=10.62.0.0/16")))
                .singleElement()
                .satisfies(finding ->
                        assertThat(finding.found()).isEqualTo("none of its networks has the CIDR 10.62.0.0/16"));
    }

    @Test
    void aNetworkThatIsNotAttached() {
        sample.detach("migration");
        assertThat(told("cluster lab", sample.policy("secure,network=10.62.0.0/24")))
                .extracting(Finding::found)
                .containsExactly("none of its networks has the CIDR 10.62.0.0/24");
    }

    @Test
    void tooFewHosts() {
        sample.host(SampleHost.bare(2));
        assertThat(told("cluster lab", sample.policy("secure,network=10.62.0.0/24")))
                .extracting(Finding::found)
                .containsExactly("1 of its 3 hosts can migrate in 10.62.0.0/24");
        assertThat(told("cluster other", sample))
                .extracting(Finding::found)
                .contains("0 of its 0 hosts can migrate in 10.62.0.0/24");
    }

    @Test
    void aRoleThatOvershadowsIt() {
        sample.role("migration", NetworkRole.MIGRATION);
        assertThat(told("cluster lab", sample.policy("secure,network=10.63.0.0/24")))
                .singleElement()
                .satisfies(finding -> assertThat(finding.found())
                        .isEqualTo("10.63.0.0/24 is overshadowed by the migration role of network migration"
                                + " (10.62.0.0/24)"));
        assertThat(told("host", sample)).isEmpty();
    }

    @Test
    void aRoleThatSaysTheSameDoesNotOvershadow() {
        sample.role("migration", NetworkRole.MIGRATION).host(SampleHost.number(3));
        assertThat(told("cluster lab", sample.policy("secure,network=10.62.0.0/24")))
                .isEmpty();
    }

    private static List<Finding> told(String object, Sample sample) {
        return findings(sample).stream()
                .filter(finding -> finding.object().startsWith(object))
                .toList();
    }

    private static List<Finding> findings(Sample sample) {
        InventorySnapshot snapshot = sample.snapshot();
        return PolicyCidrFindings.of(snapshot, snapshot.datacenter("lab").orElseThrow());
    }
}
