package org.droveway.agent.libvirt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TestMigrateCall {
    private static final UUID VM = UUID.fromString("d70e3a1b-0000-4000-8000-000000000001");

    @Test
    void printsOneParameterALineInOrder() {
        MigrateCall call = new MigrateCall(
                VM,
                "vm1",
                "qemu+unix:///system?socket=/run/x.sock",
                List.of(
                        new MigrateParameter("migrate_uri", "tcp://10.62.0.12:61000"),
                        new MigrateParameter("migrate_disks", "vda"),
                        new MigrateParameter("migrate_disks", "vdb"),
                        new MigrateParameter("bandwidth", 100L)),
                Set.of(MigrateFlag.TLS, MigrateFlag.LIVE));
        assertThat(call.text()).isEqualTo("""
                virDomainMigrateToURI3(vm1,
                    dconnuri=qemu+unix:///system?socket=/run/x.sock,
                    migrate_uri=tcp://10.62.0.12:61000,
                    migrate_disks=vda,
                    migrate_disks=vdb,
                    bandwidth=100,
                    flags=VIR_MIGRATE_LIVE|VIR_MIGRATE_TLS)""");
    }

    @Test
    void refusesATypeThatLibvirtWouldMisread() {
        assertThatThrownBy(() -> new MigrateParameter("bandwidth", 5.0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("bandwidth");
    }

    @ParameterizedTest
    @CsvSource({
        "LIVE, 1",
        "PEER2PEER, 2",
        "PERSIST_DEST, 8",
        "UNDEFINE_SOURCE, 16",
        "PAUSED, 32",
        "NON_SHARED_DISK, 64",
        "COMPRESSED, 2048",
        "TLS, 65536",
        "PARALLEL, 131072"
    })
    void flagsHaveLibvirtsBits(MigrateFlag flag, int mask) {
        assertThat(MigrateFlag.maskOf(Set.of(flag))).isEqualTo(mask);
    }

    @Test
    void flagsAreThoseOfTheBinding() {
        assertThat(MigrateFlag.maskOf(Set.copyOf(Arrays.asList(MigrateFlag.values()))))
                .isEqualTo(org.libvirt.Domain.MigrateFlags.LIVE
                        | org.libvirt.Domain.MigrateFlags.PEER2PEER
                        | org.libvirt.Domain.MigrateFlags.PERSIST_DEST
                        | org.libvirt.Domain.MigrateFlags.UNDEFINE_SOURCE
                        | org.libvirt.Domain.MigrateFlags.PAUSED
                        | org.libvirt.Domain.MigrateFlags.CHANGE_PROTECTION
                        | org.libvirt.Domain.MigrateFlags.NON_SHARED_DISK
                        | org.libvirt.Domain.MigrateFlags.COMPRESSED
                        | org.libvirt.Domain.MigrateFlags.PARALLEL
                        | org.libvirt.Domain.MigrateFlags.AUTO_CONVERGE
                        | org.libvirt.Domain.MigrateFlags.POSTCOPY
                        | org.libvirt.Domain.MigrateFlags.POSTCOPY_RESUME
                        | org.libvirt.Domain.MigrateFlags.TLS);
    }
}
