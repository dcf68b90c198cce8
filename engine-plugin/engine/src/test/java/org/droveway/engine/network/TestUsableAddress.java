package org.droveway.engine.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.droveway.engine.address.Cidr;
import org.droveway.engine.sample.SampleHost;
import org.droveway.protocol.Refusal;
import org.droveway.protocol.RefusalCode;
import org.droveway.protocol.host.Nic;
import org.droveway.protocol.host.NicAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TestUsableAddress {
    private static final NetworkChoice MIGRATION = choice("10.62.0.0/24", false);

    @Test
    void isTheOnlyOneInTheNetwork() {
        Endpoint end = found(SampleHost.number(1), MIGRATION);
        assertThat(end.address()).hasToString("10.62.0.11");
        assertThat(end.nic()).isEqualTo("mig0");
        assertThat(end.mtu()).isEqualTo(1500);
        assertThat(end.management()).isFalse();
    }

    @Test
    void isMissingOnAHostWithoutOne() {
        Refusal refusal = refused(SampleHost.bare(3), MIGRATION, RefusalCode.HOST_WITHOUT_ADDRESS);
        assertThat(refusal.object()).isEqualTo("host h3");
        assertThat(refusal.found()).isEqualTo("no address in 10.62.0.0/24");
    }

    @ParameterizedTest
    @CsvSource({
        "link, false, false, false, false, scope link",
        "host, false, false, false, false, scope host",
        "site, false, false, false, false, scope site",
        "global, true, false, false, false, temporary",
        "global, false, true, false, false, deprecated",
        "global, false, false, true, false, tentative",
        "global, false, false, false, true, duplicate address detection failed",
    })
    void isNotOneThatMayVanish(
            String scope, boolean temporary, boolean deprecated, boolean tentative, boolean failed, String flaw) {
        NicAddress address = new NicAddress("10.62.0.13", 24, scope, temporary, deprecated, tentative, failed);
        SampleHost host = SampleHost.bare(3).nic(new Nic("mig0", true, 1500, List.of(address)));
        Refusal refusal = refused(host, MIGRATION, RefusalCode.HOST_WITHOUT_ADDRESS);
        assertThat(refusal.found()).isEqualTo("only 10.62.0.13 on mig0 (" + flaw + ")");
    }

    @Test
    void isNotOnAnInterfaceThatIsDown() {
        SampleHost host =
                SampleHost.bare(3).nic(new Nic("mig0", false, 1500, List.of(SampleHost.address("10.62.0.13/24"))));
        assertThat(refused(host, MIGRATION, RefusalCode.HOST_WITHOUT_ADDRESS).found())
                .contains("10.62.0.13 on mig0 (the interface is down)");
    }

    @Test
    void isAmbiguousWhenThereAreTwo() {
        SampleHost host = SampleHost.number(1).nic("mig1", 9000, "10.62.0.99/24");
        Refusal refusal = refused(host, MIGRATION, RefusalCode.HOST_WITH_SEVERAL_ADDRESSES);
        assertThat(refusal.found()).isEqualTo("10.62.0.11 on mig0, 10.62.0.99 on mig1");
        assertThat(refusal.remedy()).contains("pin");
    }

    @Test
    void countsOnceWhenTwoInterfacesHaveIt() {
        SampleHost host = SampleHost.number(1).nic("mig1", 9000, "10.62.0.11/24");
        assertThat(found(host, MIGRATION).nic()).isEqualTo("mig0");
    }

    @Test
    void isThePinnedOneOfTwo() {
        SampleHost host =
                SampleHost.number(1).nic("mig1", 9000, "10.62.0.99/24").pin("net", "10.62.0.99");
        Endpoint end = found(host, MIGRATION);
        assertThat(end.nic()).isEqualTo("mig1");
        assertThat(end.reason()).isEqualTo("it is pinned");
    }

    @Test
    void aFloatingAddressDoesNotDisturb() {
        SampleHost host = SampleHost.number(1).nic("vip0", 1500, "10.62.0.200/32");
        assertThat(found(host, MIGRATION).address()).hasToString("10.62.0.11");
    }

    @Test
    void aFloatingAddressAloneDoesNotCount() {
        SampleHost host = SampleHost.bare(1).nic("vip0", 1500, "10.62.0.200/32");
        assertThat(refused(host, MIGRATION, RefusalCode.HOST_WITHOUT_ADDRESS).found())
                .contains("single-address prefix, counts only when pinned");
    }

    @Test
    void aSingleAddressCountsWhenPinned() {
        SampleHost host = SampleHost.bare(1).nic("lo1", 1500, "10.62.0.200/32").pin("net", "10.62.0.200");
        assertThat(found(host, MIGRATION).address()).hasToString("10.62.0.200");
    }

    @Test
    void aPinToWhatIsNotThereIsRefusedAndNotReplaced() {
        SampleHost host = SampleHost.number(1).pin("net", "10.62.0.99");
        Refusal refusal = refused(host, MIGRATION, RefusalCode.HOST_WITHOUT_ADDRESS);
        assertThat(refusal.found()).isEqualTo("it is pinned to 10.62.0.99, and has only 10.62.0.11 on mig0");
    }

    @Test
    void aPinOutsideTheNetworkIsRefused() {
        SampleHost host = SampleHost.number(1).pin("net", "10.63.0.11");
        refused(host, MIGRATION, RefusalCode.HOST_WITHOUT_ADDRESS);
    }

    @Test
    void aPinToAFlawedAddressIsRefused() {
        SampleHost host = SampleHost.bare(3)
                .nic(new Nic("mig0", false, 1500, List.of(SampleHost.address("10.62.0.13/24"))))
                .pin("net", "10.62.0.13");
        assertThat(refused(host, MIGRATION, RefusalCode.HOST_WITHOUT_ADDRESS).found())
                .contains("the interface is down");
    }

    @Test
    void aPinOfAnotherNetworkSaysNothing() {
        SampleHost host = SampleHost.number(1).pin("other", "10.62.0.99");
        assertThat(found(host, MIGRATION).address()).hasToString("10.62.0.11");
    }

    @Test
    void twoPinsInAPolicysCidrAreAmbiguous() {
        SampleHost host = SampleHost.number(1)
                .nic("mig1", 1500, "10.62.0.99/24")
                .pin("a", "10.62.0.11")
                .pin("b", "10.62.0.99");
        NetworkChoice cidr =
                new NetworkChoice("10.62.0.0/24", false, Cidr.parse("10.62.0.0/24"), null, false, true, "test");
        assertThat(refused(host, cidr, RefusalCode.HOST_WITH_SEVERAL_ADDRESSES).found())
                .isEqualTo("pins to 10.62.0.11, 10.62.0.99");
    }

    @Test
    void isNotTheManagementAddressByAccident() {
        Refusal refusal = refused(SampleHost.bare(3), choice("10.61.0.0/16", true), RefusalCode.HOST_WITHOUT_ADDRESS);
        assertThat(refusal.found()).contains("10.61.0.13 on mgmt0 (the management address");
    }

    @Test
    void theManagementAddressMakesAnotherOneAmbiguous() {
        Refusal refusal =
                refused(SampleHost.bare(3), choice("10.0.0.0/8", true), RefusalCode.HOST_WITH_SEVERAL_ADDRESSES);
        assertThat(refusal.found()).isEqualTo("10.61.0.13 on mgmt0, 10.63.0.13 on vm0");
    }

    @Test
    void isTheManagementAddressWhereTheChoiceIsTheManagementNetwork() {
        NetworkChoice management =
                new NetworkChoice("management", true, Cidr.parse("10.61.0.0/24"), 1500, true, false, "test");
        Endpoint end = found(SampleHost.bare(3), management);
        assertThat(end.management()).isTrue();
        assertThat(end.nic()).isEqualTo("mgmt0");
    }

    @Test
    void isTheManagementAddressWherePolicyNamesItsVeryRange() {
        assertThat(found(SampleHost.bare(3), choice("10.61.0.0/24", true)).management())
                .isTrue();
        refused(SampleHost.bare(3), choice("10.61.0.0/24", false), RefusalCode.HOST_WITHOUT_ADDRESS);
        refused(SampleHost.bare(3), choice("10.61.0.0/25", true), RefusalCode.HOST_WITHOUT_ADDRESS);
    }

    @ParameterizedTest
    @CsvSource({"fd00:62::/64, fd00:62::11", "fd00:62::/48, fd00:62::11", "fd00:62::11/128, fd00:62::11"})
    void mayBeIpv6(String cidr, String address) {
        NicAddress temporary = new NicAddress("fd00:62::9999", 64, "global", true, false, false, false);
        NicAddress link = new NicAddress("fe80::11", 64, "link", false, false, false, false);
        SampleHost host = SampleHost.bare(1)
                .nic(new Nic("mig0", true, 1500, List.of(link, SampleHost.address("fd00:62::11/64"), temporary)));
        assertThat(found(host, choice(cidr, false)).address()).hasToString(address);
    }

    @Test
    void isFoundInARoutedSupernet() {
        SampleHost host = SampleHost.bare(1).nic("rack7", 9000, "10.62.7.11/26");
        assertThat(found(host, choice("10.62.0.0/16", false)).mtu()).isEqualTo(9000);
    }

    @Test
    void isOnTheVlanNotOnTheBondBelow() {
        SampleHost host = SampleHost.bare(1).nic("bond0", 9000, "10.64.0.11/24").nic("bond0.62", 1500, "10.62.0.11/24");
        Endpoint end = found(host, MIGRATION);
        assertThat(end.nic()).isEqualTo("bond0.62");
        assertThat(end.mtu()).isEqualTo(1500);
    }

    @Test
    void ignoresWhatIsNoAddress() {
        NicAddress odd = new NicAddress("not an address", 24, "global", false, false, false, false);
        NicAddress wide = new NicAddress("10.62.0.44", 77, "global", false, false, false, false);
        SampleHost host = SampleHost.number(1).nic(new Nic("odd0", true, 1500, List.of(odd, wide)));
        assertThat(found(host, MIGRATION).nic()).isEqualTo("mig0");
    }

    @Test
    void isUnknownForAHostThatNeverReported() {
        refused(SampleHost.number(1).unreported(), MIGRATION, RefusalCode.HOST_WITHOUT_ADDRESS);
    }

    private static NetworkChoice choice(String cidr, boolean byPolicy) {
        return new NetworkChoice("net", true, Cidr.parse(cidr), 1500, false, byPolicy, "test");
    }

    private static Endpoint found(SampleHost host, NetworkChoice choice) {
        assertThat(UsableAddress.of(host.host(), choice)).isInstanceOf(EndpointDecision.Found.class);
        return ((EndpointDecision.Found) UsableAddress.of(host.host(), choice)).endpoint();
    }

    private static Refusal refused(SampleHost host, NetworkChoice choice, RefusalCode code) {
        assertThat(UsableAddress.of(host.host(), choice)).isInstanceOf(EndpointDecision.Refused.class);
        Refusal refusal = ((EndpointDecision.Refused) UsableAddress.of(host.host(), choice)).refusal();
        assertThat(refusal.code()).isEqualTo(code.name());
        return refusal;
    }
}
