package org.droveway.agent.migration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.droveway.agent.libvirt.DomainActivity;
import org.droveway.agent.testing.FakeHypervisor;
import org.droveway.protocol.Refusal;
import org.droveway.protocol.link.AgentMessage;
import org.droveway.protocol.link.EngineMessage;
import org.junit.jupiter.api.Test;

class TestReasonsOfBothHosts extends TwoHosts {
    private AgentMessage.Reply ask() throws Exception {
        return source.migrations
                .commands()
                .ask(new EngineMessage.Ask(UUID.randomUUID(), order()))
                .toCompletableFuture()
                .get(30, TimeUnit.SECONDS);
    }

    @Test
    void comeTogether() throws Exception {
        source.hypervisor.activity = new DomainActivity(1, List.of("vda"), List.of());
        destination.hypervisor.domains.put(UUID.randomUUID(), FakeHypervisor.OFF);
        assertThat(ask().refusals())
                .extracting(Refusal::code)
                .containsExactly("VM_HAS_SNAPSHOTS", "VM_HAS_BLOCK_JOB", "VM_NAME_OR_UUID_TAKEN");
    }

    @Test
    void qemuIsAskedBeforeAStart() throws Exception {
        source.hypervisor.blockers = List.of("it is busy");
        AgentMessage.Reply reply = start(order());
        assertThat(reply.refusals()).singleElement().satisfies(refusal -> {
            assertThat(refusal.code()).isEqualTo("VM_BLOCKED_BY_QEMU");
            assertThat(refusal.found()).isEqualTo("QEMU says: it is busy");
        });
        assertThat(destination.leases.all()).isEmpty();
        assertThat(destination.pinholes).isEmpty();
    }

    @Test
    void qemuIsNotAskedByADryRun() throws Exception {
        source.hypervisor.blockers = List.of("it is busy");
        assertThat(ask().refusals()).isEmpty();
    }
}
