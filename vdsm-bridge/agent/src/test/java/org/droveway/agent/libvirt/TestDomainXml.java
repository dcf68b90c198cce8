package org.droveway.agent.libvirt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import org.droveway.protocol.host.VmNic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TestDomainXml {
    private static final String UUID_TEXT = "d70e3a1b-0000-4000-8000-000000000001";

    private static String domain(String inner) {
        return "<domain type='qemu'><name>vm1</name><uuid>" + UUID_TEXT + "</uuid>"
                + "<os><type arch='x86_64' machine='pc-i440fx-7.2'>hvm</type></os>" + inner + "</domain>";
    }

    @Test
    void readsWhatIdentifiesTheDomain() {
        DomainDescription vm = DomainDescription.parse(domain("<vcpu placement='static'>4</vcpu>"));
        assertThat(vm.id()).isEqualTo(UUID.fromString(UUID_TEXT));
        assertThat(vm.name()).isEqualTo("vm1");
        assertThat(vm.vcpus()).isEqualTo(4);
        assertThat(vm.virtType()).isEqualTo("qemu");
        assertThat(vm.arch()).isEqualTo("x86_64");
        assertThat(vm.machine()).isEqualTo("pc-i440fx-7.2");
    }

    @ParameterizedTest
    @CsvSource({
        "'', 524288, 512",
        "KiB, 524288, 512",
        "k, 1024, 1",
        "KiB, 1, 1",
        "b, 1048577, 2",
        "MiB, 512, 512",
        "M, 7, 7",
        "MB, 1, 1",
        "GiB, 2, 2048",
        "GB, 1, 954",
        "TiB, 1, 1048576"
    })
    void roundsMemoryUpToWholeMebibytes(String unit, long value, long expected) {
        DomainDescription vm = DomainDescription.parse(domain("<memory unit='" + unit + "'>" + value + "</memory>"));
        assertThat(vm.memoryMiB()).isEqualTo(expected);
    }

    @Test
    void refusesAnUnknownMemoryUnit() {
        assertThatThrownBy(() -> DomainDescription.parse(domain("<memory unit='furlong'>1</memory>")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("furlong");
    }

    @Test
    void refusesMemoryThatOverflows() {
        assertThatThrownBy(() -> DomainDescription.parse(domain("<memory unit='TiB'>99999999999</memory>")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("99999999999 TiB");
    }

    @Test
    void refusesDeepNesting() {
        String deep = domain("<a>".repeat(50_000) + "</a>".repeat(50_000));
        assertThatThrownBy(() -> DomainDescription.parse(deep)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void listsDisksWithASource() {
        DomainDescription vm = DomainDescription.parse(domain("<devices>"
                + "<emulator>/usr/bin/qemu-system-x86_64</emulator>"
                + "<disk type='block' device='disk'><source dev='/dev/sda'/><target dev='vda'/></disk>"
                + "<disk type='file' device='cdrom'><source file='/a.iso'/><target dev='hda'/><readonly/></disk>"
                + "<disk type='file' device='cdrom'><target dev='hdb'/></disk>"
                + "<disk type='network' device='disk'><source protocol='rbd' name='pool/image'/><target dev='vdb'/></disk>"
                + "</devices>"));
        assertThat(vm.emulator()).isEqualTo("/usr/bin/qemu-system-x86_64");
        assertThat(vm.disks())
                .containsExactly(
                        new DomainDisk("vda", "block", "/dev/sda", "raw", false),
                        new DomainDisk("hda", "file", "/a.iso", "raw", true),
                        new DomainDisk("vdb", "network", "rbd:pool/image", "raw", false));
    }

    @Test
    void listsNicsWithWhatTheyAreAttachedTo() {
        DomainDescription vm = DomainDescription.parse(domain("<devices>"
                + "<interface type='bridge'><mac address='52:54:00:00:00:01'/><source bridge='br1'/>"
                + "<target dev='vnet0'/></interface>"
                + "<interface type='network'><mac address='52:54:00:00:00:02'/>"
                + "<source network='default' portid='p' bridge='virbr0'/></interface>"
                + "<interface type='network'><mac address='52:54:00:00:00:03'/><source network='default'/></interface>"
                + "<interface type='direct'><mac address='52:54:00:00:00:04'/>"
                + "<source dev='eth1' mode='bridge'/></interface>"
                + "<interface type='hostdev'><mac address='52:54:00:00:00:05'/><source>"
                + "<address type='pci' domain='0' bus='7' slot='16' function='0'/></source></interface>"
                + "<interface type='vdpa'><mac address='52:54:00:00:00:06'/><source dev='/dev/vhost-vdpa-0'/></interface>"
                + "<interface type='user'/></devices>"));
        assertThat(vm.nics())
                .containsExactly(
                        new VmNic("52:54:00:00:00:01", "bridge", null, "br1"),
                        new VmNic("52:54:00:00:00:02", "network", "default", "virbr0"),
                        new VmNic("52:54:00:00:00:03", "network", "default", null),
                        new VmNic("52:54:00:00:00:04", "direct", null, "eth1"),
                        new VmNic("52:54:00:00:00:05", "hostdev", null, null),
                        new VmNic("52:54:00:00:00:06", "vdpa", null, null),
                        new VmNic("", "user", null, null));
    }

    @ParameterizedTest
    @CsvSource({
        "http://ovirt.org/vm/1.0, oVirt",
        "http://openstack.org/xmlns/libvirt/nova/1.1, Nova",
        "http://kubevirt.io, KubeVirt",
        "http://opennebula.org/xmlns/libvirt/1.0, OpenNebula"
    })
    void namesAnotherManagerByItsMetadata(String namespace, String owner) {
        DomainDescription vm =
                DomainDescription.parse(domain("<metadata><x:vm xmlns:x='" + namespace + "'/></metadata>"));
        assertThat(vm.owner()).isEqualTo(owner);
    }

    @Test
    void metadataOfAToolIsNoOwner() {
        DomainDescription vm = DomainDescription.parse(
                domain("<metadata><l:libosinfo xmlns:l='http://libosinfo.org/xmlns/libvirt/domain/1.0'/></metadata>"));
        assertThat(vm.owner()).isNull();
    }

    @Test
    void noticesArgumentsHandedToQemu() {
        String with = domain("<q:commandline xmlns:q='http://libvirt.org/schemas/domain/qemu/1.0'/>");
        assertThat(DomainDescription.parse(with).extraArguments()).isTrue();
        assertThat(DomainDescription.parse(domain("")).extraArguments()).isFalse();
    }

    @Test
    void keepsTheCpuElement() {
        DomainDescription vm = DomainDescription.parse(domain("<cpu mode='custom'><model>qemu64</model></cpu>"));
        assertThat(vm.cpuXml()).isEqualTo("<cpu mode=\"custom\"><model>qemu64</model></cpu>");
    }

    @Test
    void refusesADocumentType() {
        assertThatThrownBy(() -> DomainDescription.parse(
                        "<!DOCTYPE domain [<!ENTITY e SYSTEM 'file:///etc/passwd'>]>" + domain("<title>&e;</title>")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("DOCTYPE");
    }

    @ParameterizedTest
    @CsvSource({"<network/>", "<domain/>", "<domain><name>a</name></domain>", "''", "nonsense"})
    void refusesWhatIsNoDomain(String xml) {
        assertThatThrownBy(() -> DomainDescription.parse(xml)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void readsNameIdAndDefinitionsOfACookie() {
        CookieDescription cookie = CookieDescription.parse(
                "<qemu-migration><name>vm1</name><uuid>" + UUID_TEXT + "</uuid>" + domain("") + "</qemu-migration>");
        assertThat(cookie.name()).isEqualTo("vm1");
        assertThat(cookie.definitions()).extracting(DomainDescription::name).containsExactly("vm1");
    }

    @Test
    void refusesAForeignCookie() {
        assertThatThrownBy(() -> CookieDescription.parse("<xen-migration/>"))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
