package org.droveway.agent.libvirt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TestMigrateCall {
    private static final UUID VM = UUID.fromString("d70e3a1b-0000-4000-8000-000000000001");

    @Test
    void printsOneParameterALineInOrder() {
        Map<String, Object> parameters = new LinkedHashMap<>();
        parameters.put("migrate_uri", "tcp://10.62.0.12:61000");
        parameters.put("bandwidth", 100L);
        MigrateCall call = new MigrateCall(
                VM,
                "vm1",
                "qemu+unix:///system?socket=/run/x.sock",
                parameters,
                Set.of(MigrateFlag.TLS, MigrateFlag.LIVE));
        assertThat(call.text()).isEqualTo("""
                virDomainMigrateToURI3(vm1,
                    dconnuri=qemu+unix:///system?socket=/run/x.sock,
                    migrate_uri=tcp://10.62.0.12:61000,
                    bandwidth=100,
                    flags=VIR_MIGRATE_LIVE|VIR_MIGRATE_TLS)""");
    }

    @Test
    void refusesATypeThatLibvirtWouldMisread() {
        assertThatThrownBy(() -> new MigrateCall(VM, "vm1", "uri", Map.of("bandwidth", 5), Set.of(MigrateFlag.LIVE)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("bandwidth");
    }

    @ParameterizedTest
    @CsvSource({"LIVE, 1", "PEER2PEER, 2", "PERSIST_DEST, 8", "UNDEFINE_SOURCE, 16", "PAUSED, 32", "TLS, 65536"})
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
                        | org.libvirt.Domain.MigrateFlags.TLS);
    }
}
