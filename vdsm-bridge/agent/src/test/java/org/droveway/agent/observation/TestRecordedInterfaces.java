package org.droveway.agent.observation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.droveway.protocol.host.Nic;
import org.droveway.protocol.host.NicAddress;
import org.junit.jupiter.api.Test;

/** Recorded on Debian's kernel 6.1 with iproute2 6.1: bond0 of eno0 and eno1, on it the VLANs bond0.62, and mig, which is down. */
class TestRecordedInterfaces {
    private static final Recording PLUGGED = new Recording("vlan-on-bond");

    /** Both wires pulled out. */
    private static final Recording UNPLUGGED = new Recording("vlan-on-bond-unplugged");

    private static Nic nic(Recording recording, String name) {
        return recording.nics().stream()
                .filter(nic -> nic.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void areReadAsIproute2ReadsThem() {
        assertThat(PLUGGED.nics()).extracting(Recording::line).containsExactlyElementsOf(PLUGGED.told());
    }

    @Test
    void areReadAsIproute2ReadsThemWithoutCarrier() {
        assertThat(UNPLUGGED.nics()).extracting(Recording::line).containsExactlyElementsOf(UNPLUGGED.told());
    }

    @Test
    void aVlanOnABondHasItsOwnNameMtuAndAddresses() {
        Nic vlan = nic(PLUGGED, "bond0.62");
        assertThat(vlan.up()).isTrue();
        assertThat(vlan.mtu()).isEqualTo(9000);
        assertThat(vlan.addresses())
                .extracting(NicAddress::address)
                .startsWith("10.62.0.11", "fd00:62::11")
                .doesNotContain("10.61.0.11");
    }

    @Test
    void thePartsOfABondHaveNone() {
        assertThat(List.of(nic(PLUGGED, "eno0"), nic(PLUGGED, "eno1")))
                .extracting(Nic::addresses)
                .containsOnly(List.of());
    }

    @Test
    void aVlanThatIsDownHasNoUsableAddress() {
        assertThat(UsableAddresses.of(PLUGGED.nics())).containsExactly("10.61.0.11", "10.62.0.11", "fd00:62::11");
    }

    @Test
    void withTheBondsLastWireGoesTheVlansAddress() {
        assertThat(UsableAddresses.of(UNPLUGGED.nics())).isEmpty();
    }
}
