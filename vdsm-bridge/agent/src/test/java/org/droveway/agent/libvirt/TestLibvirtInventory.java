package org.droveway.agent.libvirt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicInteger;
import org.droveway.agent.testing.FakeHypervisor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TestLibvirtInventory {
    private final FakeHypervisor hypervisor = new FakeHypervisor();
    private final ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor();
    private final AtomicInteger changes = new AtomicInteger();
    private LibvirtInventory inventory;

    @BeforeEach
    void begin() {
        hypervisor.domains.put(FakeHypervisor.VM, FakeHypervisor.RUNNING);
        inventory = new LibvirtInventory(hypervisor, executor);
        inventory.onChange(changes::incrementAndGet);
    }

    @AfterEach
    void end() {
        inventory.close();
    }

    private void tell(LifecycleEvent.Kind kind) {
        hypervisor.tell(new LifecycleEvent(FakeHypervisor.VM, kind, true, Instant.EPOCH));
    }

    @Test
    void knowsEverythingFromTheBeginning() {
        assertThat(inventory.vms()).hasSize(1);
        assertThat(inventory.libvirtVersion()).contains("9.0.0");
        assertThat(inventory.qemuVersion()).contains("7.2.0");
    }

    @Test
    void asksAtAnEvent() {
        hypervisor.domains.remove(FakeHypervisor.VM);
        tell(LifecycleEvent.Kind.UNDEFINED);
        await().atMost(Duration.ofSeconds(1)).until(() -> inventory.vms().isEmpty());
        assertThat(changes).hasValue(1);
    }

    @Test
    void asksAgainBecauseTheEventComesBeforeTheChange() {
        hypervisor.onVms(() -> hypervisor.domains.remove(FakeHypervisor.VM));
        tell(LifecycleEvent.Kind.UNDEFINED);
        await().atMost(Duration.ofSeconds(1)).until(() -> inventory.vms().isEmpty());
    }

    @Test
    void withoutLibvirtNothingIsKnown() {
        hypervisor.reachable = false;
        tell(LifecycleEvent.Kind.STOPPED);
        await().until(() -> inventory.libvirtVersion().isEmpty());
        assertThat(inventory.vms()).isEmpty();
    }
}
