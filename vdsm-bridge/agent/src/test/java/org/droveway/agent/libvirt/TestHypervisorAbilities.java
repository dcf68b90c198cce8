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
    void qemuRunsAsWhomLibvirtsOwnersDriverNames() {
        String labels = "<host><secmodel><model>apparmor</model><doi>0</doi></secmodel><secmodel><model>dac</model>"
                + "<baselabel type='kvm'>+64055:+64056</baselabel><baselabel type='qemu'>+64055:+64056</baselabel>"
                + "</secmodel></host>";
        assertThat(HypervisorAbilities.parse(CAPABILITIES.replace("<guest>", labels + "<guest>"))
                        .owner())
                .isEqualTo(new GuestOwner(64055, 64056));
    }

    @Test
    void whomQemuRunsAsMayBeUnknown() {
        assertThat(abilities.owner()).isNull();
    }

    @Test
    void doesNotKnowOtherMachinesNorOtherEmulators() {
        assertThat(abilities.knows("/usr/bin/qemu-system-x86_64", "pc-i440fx-9.0"))
                .isFalse();
        assertThat(abilities.knows("/bin/sh", "pc")).isFalse();
    }
}
