package org.droveway.agent.libvirt;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** XML written by hand as libvirt's documentation has it: the hardware behind it is not here. */
class TestDomainObstacles {
    private static DomainObstacles devices(String devices) {
        return DomainObstacles.parse("<domain type='kvm'><devices>" + devices + "</devices></domain>");
    }

    private static DomainObstacles domain(String elements) {
        return DomainObstacles.parse("<domain type='kvm'>" + elements + "</domain>");
    }

    private static String disk(String inside) {
        return "<disk type='file' device='disk'>" + inside + "<source file='/srv/vda'/><target dev='vda'/></disk>";
    }

    @Test
    void aPlainDomainHasNone() {
        assertThat(devices(disk("<driver name='qemu' type='qcow2' cache='none'/>")
                        + "<interface type='bridge'><source bridge='br0'/></interface>"
                        + "<tpm model='tpm-crb'><backend type='emulator' version='2.0'/></tpm>"
                        + "<shmem name='s' role='master'><model type='ivshmem-plain'/></shmem>"
                        + "<filesystem type='mount'><source dir='/srv'/><target dir='t'/></filesystem>"
                        + "<memory model='dimm'><address type='dimm' slot='0' base='0x100000000'/></memory>"))
                .isEqualTo(
                        new DomainObstacles(List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), false));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<hostdev mode='subsystem' type='usb'><source/></hostdev>",
                "<hostdev mode='subsystem' type='pci' managed='yes'><source/></hostdev>",
                "<hostdev mode='subsystem' type='scsi'><source/></hostdev>",
                "<hostdev mode='subsystem' type='mdev' model='vfio-pci'><source/></hostdev>",
                "<hostdev mode='capabilities' type='storage'><source/></hostdev>",
                "<interface type='hostdev' managed='yes'><source/></interface>",
                "<interface type='hostdev'><teaming type='persistent'/></interface>"
            })
    void aDeviceOfTheHostBinds(String device) {
        assertThat(devices(device).hostDevices()).hasSize(1);
    }

    @Test
    void aTransientDeviceOfATeamIsUnpluggedByLibvirt() {
        assertThat(devices("<interface type='hostdev'><teaming type='transient' persistent='ua-0'/></interface>")
                        .hostDevices())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<shmem name='s'><model type='ivshmem'/></shmem>",
                "<shmem name='s'><model type='ivshmem-plain'/></shmem>",
                "<shmem name='s' role='peer'><model type='ivshmem-doorbell'/></shmem>",
                "<interface type='vdpa'><source dev='/dev/vhost-vdpa-0'/></interface>",
                "<interface type='user'><backend type='passt'/></interface>",
                "<filesystem type='mount'><driver type='virtiofs'/><source dir='/srv'/></filesystem>",
                "<tpm model='tpm-tis'><backend type='passthrough'><device path='/dev/tpm0'/></backend></tpm>",
                "<tpm model='tpm-crb'><backend type='external'/></tpm>"
            })
    void aDeviceWhoseStateCannotTravelIsNamed(String device) {
        assertThat(devices(device).devices()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"vdi", "vmdk", "vhdx", "vpc", "qcow", "parallels"})
    void aFormatThatQemuDoesNotMigrateIsNamed(String format) {
        assertThat(devices(disk("<driver name='qemu' type='" + format + "' cache='none'/>"))
                        .formats())
                .containsExactly("disk vda (" + format + ")");
    }

    @Test
    void aTransientDiskIsNamed() {
        assertThat(devices(disk("<driver cache='none'/><transient/>")).transientDisks())
                .containsExactly("disk vda (transient)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "cache='writeback'", "cache='writethrough'", "cache='unsafe'", "cache='default'"})
    void aCachedDiskIsNamed(String cache) {
        assertThat(devices(disk("<driver " + cache + "/>")).cachedDisks()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<disk type='file'><driver cache='directsync'/><source file='/x'/><target dev='vda'/></disk>",
                "<disk type='file'><driver/><source file='/x'/><target dev='vda'/><readonly/></disk>",
                "<disk type='file' device='cdrom'><driver/><target dev='sda'/></disk>",
                "<disk type='network'><driver/><source protocol='rbd' name='p/x'/><target dev='vda'/></disk>"
            })
    void whatTheHostDoesNotCacheIsNot(String disk) {
        assertThat(devices(disk).cachedDisks()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<memory model='dimm'/>",
                "<memory model='dimm'><address type='dimm' slot='0'/></memory>",
                "<memory model='nvdimm'><address type='dimm' base='0x100000000'/></memory>"
            })
    void aMemoryDeviceWithoutPlaceIsNamed(String memory) {
        assertThat(devices(memory).dimms()).hasSize(1);
    }

    @Test
    void anInvariantTscNeedsAFrequency() {
        String cpu = "<cpu mode='host-passthrough'><feature policy='require' name='invtsc'/></cpu>";
        assertThat(domain(cpu).tscWithoutFrequency()).isTrue();
        assertThat(domain(cpu + "<clock offset='utc'><timer name='tsc'/></clock>")
                        .tscWithoutFrequency())
                .isTrue();
        assertThat(domain(cpu + "<clock offset='utc'><timer name='tsc' frequency='2100000000'/></clock>")
                        .tscWithoutFrequency())
                .isFalse();
        assertThat(domain("<cpu><feature policy='disable' name='invtsc'/></cpu>")
                        .tscWithoutFrequency())
                .isFalse();
    }
}
