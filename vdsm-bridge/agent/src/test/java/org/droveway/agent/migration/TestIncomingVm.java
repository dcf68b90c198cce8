package org.droveway.agent.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.droveway.agent.libvirt.DomainStatus;
import org.droveway.agent.libvirt.HypervisorException;
import org.droveway.agent.testing.FakeHypervisor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TestIncomingVm {
    private static final UUID VM = FakeHypervisor.VM;
    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");

    private final FakeHypervisor hypervisor = new FakeHypervisor();
    private final IncomingVm incoming = new IncomingVm(hypervisor, Clock.fixed(NOW, ZoneOffset.UTC));

    @Test
    void whatWasHandedOverRuns() throws HypervisorException {
        hypervisor.domains.put(VM, FakeHypervisor.HANDED_OVER);
        assertThat(incoming.run(VM)).isEqualTo(NOW);
        assertThat(hypervisor.domains).containsEntry(VM, FakeHypervisor.RUNNING);
    }

    @Test
    void whatRunsGoesOn() throws HypervisorException {
        hypervisor.domains.put(VM, FakeHypervisor.RUNNING);
        assertThat(incoming.run(VM)).isEqualTo(NOW);
    }

    @Test
    void anUnfinishedMigrationIsNotRun() {
        hypervisor.domains.put(VM, FakeHypervisor.INCOMING);
        assertThatThrownBy(() -> incoming.run(VM)).hasMessageContaining("paused (migration)");
        assertThat(hypervisor.domains).containsEntry(VM, FakeHypervisor.INCOMING);
    }

    @Test
    void anAbsentVmIsNotRun() {
        assertThatThrownBy(() -> incoming.run(VM)).isInstanceOf(HypervisorException.class);
    }

    @ParameterizedTest
    @CsvSource({"3, 1", "3, 2", "3, 11", "5, 0"})
    void whatNeverRanIsRemovedWithItsDefinition(int state, int reason) throws HypervisorException {
        hypervisor.domains.put(VM, DomainStatus.of(state, reason));
        incoming.remove(VM);
        assertThat(hypervisor.domains).isEmpty();
    }

    @Test
    void whatRunsIsLeftAlone() {
        hypervisor.domains.put(VM, FakeHypervisor.RUNNING);
        assertThatThrownBy(() -> incoming.remove(VM)).hasMessageContaining("left alone");
        assertThat(hypervisor.domains).containsEntry(VM, FakeHypervisor.RUNNING);
    }

    @Test
    void removingWhatIsNotThereIsDone() throws HypervisorException {
        incoming.remove(VM);
        assertThat(hypervisor.domains).isEmpty();
    }

    @Test
    void withoutLibvirtNothingIsClaimed() {
        hypervisor.reachable = false;
        assertThatThrownBy(() -> incoming.remove(VM))
                .isInstanceOfSatisfying(
                        HypervisorException.class,
                        e -> assertThat(e.kind()).isEqualTo(HypervisorException.Kind.UNREACHABLE));
    }
}
