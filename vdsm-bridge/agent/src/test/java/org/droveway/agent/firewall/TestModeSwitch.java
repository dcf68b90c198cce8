package org.droveway.agent.firewall;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.droveway.agent.testing.FakeFirewall;
import org.droveway.protocol.Refusal;
import org.droveway.protocol.host.HostMode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TestModeSwitch {
    @TempDir
    private Path folder;

    private final FakeFirewall firewall = new FakeFirewall();
    private StoredMode stored;

    @BeforeEach
    void open() {
        stored = new StoredMode(folder.resolve("mode.json"));
    }

    @Test
    void aNewHostObserves() {
        new ModeSwitch(firewall, stored).restore();
        assertThat(firewall.mode()).isEqualTo(HostMode.OBSERVE);
    }

    @ParameterizedTest
    @EnumSource(HostMode.class)
    void aRestartEndsInTheModeOfBefore(HostMode mode) {
        new ModeSwitch(firewall, stored).change(mode);
        FakeFirewall afterwards = new FakeFirewall();
        new ModeSwitch(afterwards, new StoredMode(folder.resolve("mode.json"))).restore();
        assertThat(afterwards.mode()).isEqualTo(mode);
    }

    @Test
    void changes() {
        assertThat(new ModeSwitch(firewall, stored).change(HostMode.ENFORCE)).isEmpty();
        assertThat(firewall.mode()).isEqualTo(HostMode.ENFORCE);
    }

    @Test
    void theSameModeAgainTouchesNothing() {
        ModeSwitch mode = new ModeSwitch(firewall, stored);
        mode.change(HostMode.ENFORCE);
        firewall.fail("must not be called");
        assertThat(mode.change(HostMode.ENFORCE)).isEmpty();
    }

    @Test
    void aKernelThatRefusesIsARefusalAndNotRemembered() {
        firewall.fail("no such thing");
        assertThat(new ModeSwitch(firewall, stored).change(HostMode.ENFORCE))
                .singleElement()
                .extracting(Refusal::code, Refusal::found)
                .containsExactly("FIREWALL_UNKNOWN", "no such thing");
        assertThat(stored.read()).isEqualTo(HostMode.OBSERVE);
    }

    @Test
    void aDamagedMemoryIsTheSafeSide() throws IOException {
        Files.writeString(folder.resolve("mode.json"), "\"enf");
        assertThat(stored.read()).isEqualTo(HostMode.ENFORCE);
    }
}
