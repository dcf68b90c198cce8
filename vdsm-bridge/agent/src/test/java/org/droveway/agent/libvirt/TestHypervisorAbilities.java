package org.droveway.agent.libvirt;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TestHypervisorAbilities {
    private static final String CAPABILITIES = "<capabilities><guest><os_type>hvm</os_type><arch name='x86_64'>"
            + "<emulator>/usr/bin/qemu-system-x86_64</emulator>"
            + "<machine maxCpus='255'>pc-i440fx-7.2</machine>"
            + "<machine canonical='pc-i440fx-7.2' maxCpus='255'>pc</machine>"
            + "<domain type='qemu'/>"
            + "<domain type='kvm'><emulator>/usr/bin/kvm</emulator><machine>special</machine></domain>"
            + "</arch></guest></capabilities>";

    private final HypervisorAbilities abilities = HypervisorAbilities.parse(CAPABILITIES);

    @Test
    void knowsMachinesAndTheirAliases() {
        assertThat(abilities.knows("/usr/bin/qemu-system-x86_64", "pc")).isTrue();
        assertThat(abilities.knows("/usr/bin/qemu-system-x86_64", "pc-i440fx-7.2"))
                .isTrue();
    }

    @Test
    void knowsMachinesOfADomainTypeWithItsOwnEmulator() {
        assertThat(abilities.knows("/usr/bin/kvm", "special")).isTrue();
    }

    @Test
    void doesNotKnowOtherMachinesNorOtherEmulators() {
        assertThat(abilities.knows("/usr/bin/qemu-system-x86_64", "pc-i440fx-9.0"))
                .isFalse();
        assertThat(abilities.knows("/bin/sh", "pc")).isFalse();
    }
}
