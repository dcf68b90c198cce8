package org.droveway.agent.libvirt;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TestDomainNeeds {
    private static DomainNeeds domain(String elements) {
        return DomainNeeds.parse("<domain type='kvm'><memory unit='MiB'>4096</memory>" + elements + "</domain>");
    }

    @Test
    void aPlainDomainNeedsNothing() {
        assertThat(domain("<os><type>hvm</type></os><devices/>"))
                .isEqualTo(new DomainNeeds(List.of(), Set.of(), Set.of(), Map.of(), true));
    }

    @Test
    void whatBootsMustBeThere() {
        assertThat(domain("<os><loader readonly='yes' type='pflash'>/usr/share/OVMF/OVMF_CODE.fd</loader>"
                                + "<nvram template='/usr/share/OVMF/OVMF_VARS.fd'>/var/lib/libvirt/qemu/nvram/vm1.fd</nvram>"
                                + "<kernel>/boot/vmlinuz</kernel><initrd>/boot/initrd</initrd></os>")
                        .files())
                .containsExactly(
                        "/usr/share/OVMF/OVMF_CODE.fd",
                        "/boot/vmlinuz",
                        "/boot/initrd",
                        "/usr/share/OVMF/OVMF_VARS.fd");
    }

    @Test
    void whatNicsHangOnMustBeThere() {
        DomainNeeds needs = domain(
                "<devices><interface type='bridge'><source bridge='br0'/></interface>"
                        + "<interface type='direct'><source dev='eth1' mode='bridge'/></interface>"
                        + "<interface type='network'><source network='guests' bridge='virbr1'/></interface>"
                        + "<interface type='user'/><interface type='ethernet'><source bridge='not meant'/></interface></devices>");
        assertThat(needs.interfaces()).containsExactlyInAnyOrder("br0", "eth1");
        assertThat(needs.networks()).containsExactly("guests");
    }

    @ParameterizedTest
    @CsvSource({
        "<hugepages/>, 0",
        "<hugepages><page size='2048' unit='KiB'/></hugepages>, 2048",
        "<hugepages><page size='2' unit='MiB'/></hugepages>, 2048",
        "<hugepages><page size='1' unit='G'/></hugepages>, 1048576"
    })
    void hugepagesAreOfASize(String hugepages, long size) {
        assertThat(domain("<memoryBacking>" + hugepages + "</memoryBacking>").hugepagesMiB())
                .isEqualTo(Map.of(size, 4096L));
    }

    @ParameterizedTest
    @CsvSource({
        "<hugepages><page size='2' unit='M' nodeset='0'/></hugepages>",
        "<hugepages><page size='2' unit='M'/><page size='1' unit='G' nodeset='1'/></hugepages>"
    })
    void whatNodesGetInDifferentSizesIsNotCounted(String hugepages) {
        assertThat(domain("<memoryBacking>" + hugepages + "</memoryBacking>").hugepagesMiB())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "<source type='file'/>, false",
        "<source type='memfd'/>, true",
        "<source type='anonymous'/>, true",
        "<hugepages/>, true"
    })
    void memoryInFilesIsToldApart(String source, boolean shared) {
        assertThat(domain("<memoryBacking>" + source + "</memoryBacking>").sharedMemoryOnly())
                .isEqualTo(shared);
    }
}
