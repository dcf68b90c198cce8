package org.droveway.engine.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.droveway.engine.inventory.InvalidInputException;
import org.droveway.engine.inventory.InventorySnapshot;
import org.droveway.engine.inventory.NetworkRole;
import org.droveway.engine.inventory.UnknownObjectException;
import org.droveway.engine.sample.Sample;
import org.droveway.protocol.Refusal;
import org.droveway.protocol.RefusalCode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TestNetworkRule {
    @Test
    void overrideComesFirst() {
        Sample sample = Sample.lab().policy("secure,network=10.63.0.0/24");
        assertThat(chosen(sample, new NetworkWish("guests", false, false))
                        .choice()
                        .name())
                .isEqualTo("guests");
    }

    @Test
    void thenTheMigrationRole() {
        NetworkDecision.Chosen chosen = chosen(Sample.lab().policy("secure"), NetworkWish.NONE);
        assertThat(chosen.choice().name()).isEqualTo("migration");
        assertThat(chosen.warnings()).isEmpty();
    }

    @Test
    void aRoleOvershadowsTheDataCentersCidrWithAWarning() {
        NetworkDecision.Chosen chosen = chosen(Sample.lab().policy("secure,network=10.63.0.0/24"), NetworkWish.NONE);
        assertThat(chosen.choice().name()).isEqualTo("migration");
        assertThat(chosen.warnings()).singleElement().asString().contains("10.63.0.0/24", "overshadowed", "migration");
    }

    @Test
    void aRoleOnTheVeryCidrOvershadowsNothing() {
        assertThat(chosen(Sample.lab().policy("secure,network=10.62.0.7/24"), NetworkWish.NONE)
                        .warnings())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "10.62.0.0/24, migration, true",
        "10.62.0.99/24, migration, true",
        "10.62.0.0/16, 10.62.0.0/16, false",
        "10.99.0.5/24, 10.99.0.5/24, false",
    })
    void thenTheDataCentersCidr(String cidr, String name, boolean logical) {
        NetworkChoice choice = chosen(Sample.empty().policy("secure,network=" + cidr), NetworkWish.NONE)
                .choice();
        assertThat(choice.name()).isEqualTo(name);
        assertThat(choice.logical()).isEqualTo(logical);
        assertThat(choice.cidr().hasHostBits()).isFalse();
    }

    @Test
    void policyMayNameTheManagementNetwork() {
        NetworkChoice choice = chosen(Sample.empty().policy("secure,network=10.61.0.0/24"), NetworkWish.NONE)
                .choice();
        assertThat(choice.management()).isTrue();
    }

    @Test
    void theRoleMayBeGivenToTheManagementNetwork() {
        Sample sample = Sample.empty().role("management", NetworkRole.MANAGEMENT, NetworkRole.MIGRATION);
        assertThat(chosen(sample, NetworkWish.NONE).choice().management()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            value = {"null", "secure", "insecure"},
            nullValues = "null")
    void elseThereIsNone(@Nullable String policy) {
        Refusal refusal = refused(Sample.empty().policy(policy), NetworkWish.NONE, RefusalCode.NO_MIGRATION_NETWORK);
        assertThat(refusal.object()).isEqualTo("cluster lab");
    }

    @Test
    void theManagementNetworkOnlyOnAskingByOneWhoMay() {
        NetworkChoice choice =
                chosen(Sample.empty(), new NetworkWish(null, true, true)).choice();
        assertThat(choice.name()).isEqualTo("management");
        assertThat(choice.management()).isTrue();
        assertThat(choice.byPolicy()).isFalse();
    }

    @Test
    void theManagementNetworkNotForOneWhoMayNot() {
        refused(Sample.empty(), new NetworkWish(null, true, false), RefusalCode.MANAGEMENT_NETWORK_NOT_ALLOWED);
    }

    @Test
    void askingForItDoesNotMakeAManagementNetwork() {
        Sample sample = Sample.empty().role("management");
        Refusal refusal = refused(sample, new NetworkWish(null, true, true), RefusalCode.NO_MIGRATION_NETWORK);
        assertThat(refusal.found()).contains("no network has the management role");
    }

    @Test
    void allowingItDoesNotPreferIt() {
        assertThat(chosen(Sample.lab(), new NetworkWish(null, true, true))
                        .choice()
                        .name())
                .isEqualTo("migration");
    }

    @ParameterizedTest
    @CsvSource({
        "management, false, false",
        "management, false, true",
        "management, true, false",
        "10.61.0.0/24, false, true"
    })
    void namingTheManagementNetworkIsNotAllowingIt(String override, boolean allow, boolean may) {
        refused(Sample.lab(), new NetworkWish(override, allow, may), RefusalCode.MANAGEMENT_NETWORK_NOT_ALLOWED);
    }

    @Test
    void overrideMayBeACidr() {
        assertThat(chosen(Sample.lab(), new NetworkWish("10.63.0.0/24", false, false))
                        .choice()
                        .name())
                .isEqualTo("guests");
    }

    @ParameterizedTest
    @ValueSource(strings = {"detached", "10.99.0.0/24", "10.62.0.0/16"})
    void overrideMustBeOfTheCluster(String override) {
        Sample sample = Sample.lab().network("detached", "10.64.0.0/24").detach("detached");
        Refusal refusal = refused(sample, new NetworkWish(override, false, false), RefusalCode.NETWORK_NOT_OF_CLUSTER);
        assertThat(refusal.found())
                .contains("guests (10.63.0.0/24), management (10.61.0.0/24), migration (10.62.0.0/24)");
    }

    @Test
    void anUnknownNameIsUnknown() {
        assertThatThrownBy(() -> decide(Sample.lab(), new NetworkWish("nowhere", false, false)))
                .isInstanceOf(UnknownObjectException.class)
                .hasMessage("there is no network nowhere; needed one of guests, management, migration, or a CIDR, for"
                        + " example 10.1.2.0/24");
    }

    @ParameterizedTest
    @CsvSource({
        "10.62.0.1/24, 'network: ''10.62.0.1/24'' has host bits (bits beyond the prefix); needed 10.62.0.0/24'",
        "10.61.0.1/16, 'network: ''10.61.0.1/16'' has host bits (bits beyond the prefix); needed 10.61.0.0/16'",
        "10.62.0/24, 'network: ''10.62.0'' is not an IP address; needed for example 10.1.2.3 or fd00::3'",
        "10.62.0.0/33, 'network: prefix 33 of 10.62.0.0 is not between 0 and 32'",
        "10.62.0.0/, 'network: '''' in ''10.62.0.0/'' is not a prefix length'",
        "10.62.0.0/24/, 'network: ''24/'' in ''10.62.0.0/24/'' is not a prefix length'",
    })
    void aCidrThatIsNoNetworksIsAnError(String override, String message) {
        assertThatThrownBy(() -> decide(Sample.lab(), new NetworkWish(override, false, false)))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage(message);
    }

    private static NetworkDecision decide(Sample sample, NetworkWish wish) {
        InventorySnapshot snapshot = sample.snapshot();
        return new NetworkRule(snapshot, "lab", snapshot.datacenters().get(0)).decide(wish);
    }

    private static NetworkDecision.Chosen chosen(Sample sample, NetworkWish wish) {
        assertThat(decide(sample, wish)).isInstanceOf(NetworkDecision.Chosen.class);
        return (NetworkDecision.Chosen) decide(sample, wish);
    }

    private static Refusal refused(Sample sample, NetworkWish wish, RefusalCode code) {
        assertThat(decide(sample, wish)).isInstanceOf(NetworkDecision.Refused.class);
        Refusal refusal = ((NetworkDecision.Refused) decide(sample, wish)).refusal();
        assertThat(refusal.code()).isEqualTo(code.name());
        return refusal;
    }
}
