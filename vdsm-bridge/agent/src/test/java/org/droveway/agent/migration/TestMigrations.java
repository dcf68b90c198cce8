package org.droveway.agent.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.droveway.agent.libvirt.HypervisorException;
import org.droveway.agent.libvirt.HypervisorException.Kind;
import org.droveway.agent.libvirt.LifecycleEvent;
import org.droveway.agent.peer.TestAuthority;
import org.droveway.agent.testing.FakeHypervisor;
import org.droveway.protocol.MigrationState;
import org.droveway.protocol.Refusal;
import org.droveway.protocol.link.AgentMessage;
import org.droveway.protocol.link.EngineMessage;
import org.droveway.protocol.link.MigrationEvent;
import org.droveway.protocol.link.MigrationOrder;
import org.droveway.protocol.permit.SignedPermit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Migrations from beginning to end. */
@Timeout(60)
class TestMigrations extends TwoHosts {
    @Test
    void aMigrationGoesThrough() throws Exception {
        AgentMessage.Reply reply = start(order());
        assertThat(reply.refusals()).isEmpty();
        assertThat(reply.agreement().libvirtCall()).contains("migrate_uri=tcp://127.0.0.1:");
        MigrationEvent end = ended();
        assertThat(states())
                .containsExactly(
                        MigrationState.NEGOTIATED,
                        MigrationState.PINHOLE_OPEN,
                        MigrationState.COPYING,
                        MigrationState.CLOSING,
                        MigrationState.COMPLETED);
        assertThat(end.vmHost()).isEqualTo("h2");
        assertThat(destination.hypervisor.domains).containsEntry(VM, FakeHypervisor.RUNNING);
        assertThat(source.hypervisor.domains).isEmpty();
        assertNothingLeft();
    }

    @Test
    void theEndHasWhatBothSaw() throws Exception {
        start(order());
        MigrationEvent end = ended();
        assertThat(end.observations()).extracting(seen -> seen.host()).containsExactly("h1", "h2");
        assertThat(end.observations().get(0).migrateCallMs()).isNotNull();
        assertThat(end.observations().get(1).resumedAt()).isNotNull();
        assertThat(end.observations().get(1).libvirtDowntimeMs()).isEqualTo(42L);
        assertThat(end.observations().get(1).pinholes()).hasSize(1);
    }

    @Test
    void theSwitchoverIsSeen() throws Exception {
        source.hypervisor.migrating = call -> {
            openRelay();
            source.hypervisor.tell(new LifecycleEvent(VM, LifecycleEvent.Kind.SUSPENDED, true, Instant.EPOCH));
            destination.hypervisor.domains.put(VM, FakeHypervisor.HANDED_OVER);
            source.hypervisor.domains.remove(VM);
        };
        start(order());
        MigrationEvent end = ended();
        assertThat(states()).contains(MigrationState.SWITCHOVER);
        assertThat(end.observations().get(0).suspendedAt()).isEqualTo(Instant.EPOCH);
    }

    @Test
    void theDestinationRunsTheVmBeforeLibvirtsCallReturns() throws Exception {
        source.hypervisor.migrating = call -> {
            openRelay();
            destination.hypervisor.domains.put(VM, FakeHypervisor.HANDED_OVER);
            source.guest.end();
            await().until(() -> FakeHypervisor.RUNNING.equals(destination.hypervisor.domains.get(VM)));
            source.hypervisor.domains.remove(VM);
        };
        start(order());
        assertThat(ended().state()).isEqualTo(MigrationState.COMPLETED);
        assertNothingLeft();
    }

    @Test
    void aProcessThatEndsBeforeTheHandoverReleasesNothing() throws Exception {
        source.hypervisor.migrating = call -> {
            openRelay();
            destination.hypervisor.domains.put(VM, FakeHypervisor.INCOMING);
            source.guest.end();
            source.hypervisor.domains.put(VM, FakeHypervisor.OFF);
            destination.hypervisor.domains.remove(VM);
            throw failure("QEMU died");
        };
        start(order());
        MigrationEvent end = ended();
        assertThat(end.state()).isEqualTo(MigrationState.FAILED);
        assertThat(destination.hypervisor.domains).isEmpty();
        assertNothingLeft();
    }

    @Test
    void aSourceThatOnlyLibvirtRemembersIsNotResumed() throws Exception {
        source.hypervisor.migrating = call -> {
            openRelay();
            source.guest.vanish();
            source.hypervisor.domains.put(VM, FakeHypervisor.INCOMING);
            destination.hypervisor.domains.put(VM, FakeHypervisor.HANDED_OVER);
            throw failure("End of file while reading data");
        };
        start(order());
        await().during(Duration.ofSeconds(1)).until(() -> destination.hypervisor.domains.containsKey(VM));
        source.hypervisor.domains.put(VM, FakeHypervisor.OFF);
        assertThat(ended().state()).isEqualTo(MigrationState.COMPLETED);
        assertThat(destination.hypervisor.domains).containsEntry(VM, FakeHypervisor.RUNNING);
    }

    @Test
    void aDryRunTakesNothing() throws Exception {
        MigrationOrder order = order();
        AgentMessage.Reply reply = source.migrations
                .commands()
                .ask(new EngineMessage.Ask(UUID.randomUUID(), order))
                .toCompletableFuture()
                .get(30, TimeUnit.SECONDS);
        assertThat(reply.refusals()).isEmpty();
        assertThat(reply.agreement().memoryPort()).isNull();
        assertThat(reply.agreement().libvirtCall()).contains("tcp://127.0.0.1:PORT");
        assertThat(source.events).isEmpty();
        assertThat(destination.leases.all()).isEmpty();
        assertThat(start(order).refusals()).as("the permit was not redeemed").isEmpty();
        ended();
    }

    @Test
    void aFailedCallLeavesTheVmWhereItWas() throws Exception {
        source.hypervisor.migrating = call -> {
            openRelay();
            destination.hypervisor.domains.put(VM, FakeHypervisor.HANDED_OVER);
            throw failure("Unable to write to socket");
        };
        start(order());
        MigrationEvent end = ended();
        assertThat(end.state()).isEqualTo(MigrationState.FAILED);
        assertThat(end.vmHost()).isEqualTo("h1");
        assertThat(end.refusals()).extracting(Refusal::code).containsExactly("LIBVIRT_REFUSED");
        assertThat(end.detail()).contains("Unable to write to socket");
        assertThat(source.hypervisor.domains).containsEntry(VM, FakeHypervisor.RUNNING);
        assertThat(destination.hypervisor.domains).isEmpty();
        assertNothingLeft();
    }

    @Test
    void aSourceThatStandsStillGoesOn() throws Exception {
        source.hypervisor.migrating = call -> {
            openRelay();
            source.hypervisor.domains.put(VM, FakeHypervisor.INCOMING);
            destination.hypervisor.domains.put(VM, FakeHypervisor.HANDED_OVER);
            throw failure("Cannot recv data");
        };
        start(order());
        assertThat(ended().state()).isEqualTo(MigrationState.FAILED);
        assertThat(source.hypervisor.domains).containsEntry(VM, FakeHypervisor.RUNNING);
        assertThat(destination.hypervisor.domains).isEmpty();
    }

    @Test
    void aVmThatRunsOnBothIsLeftToAPerson() throws Exception {
        source.hypervisor.migrating = call -> {
            openRelay();
            destination.hypervisor.domains.put(VM, FakeHypervisor.RUNNING);
            throw failure("strange");
        };
        start(order());
        MigrationEvent end = ended();
        assertThat(end.state()).isEqualTo(MigrationState.NEEDS_ATTENTION);
        assertThat(end.vmHost()).isNull();
        assertThat(end.detail()).startsWith("source says running, destination says running: it runs there");
        assertThat(destination.hypervisor.domains).containsEntry(VM, FakeHypervisor.RUNNING);
        assertThat(source.hypervisor.domains).containsEntry(VM, FakeHypervisor.RUNNING);
        assertThat(destination.pinholes).isEmpty();
    }

    @Test
    void whatWasCancelledBeforeItBeganCopiesNothing() throws Exception {
        source.hypervisor.migrating = call -> {
            throw new AssertionError("libvirt was called");
        };
        AgentMessage.Reply reply = source.migrations
                .commands()
                .cancel(new EngineMessage.Cancel(UUID.randomUUID(), migration))
                .toCompletableFuture()
                .get(10, TimeUnit.SECONDS);
        assertThat(reply.refusals()).hasSize(1);
        start(order());
        assertThat(ended().state()).isEqualTo(MigrationState.CANCELLED);
        assertThat(states()).doesNotContain(MigrationState.COPYING);
        assertThat(destination.pinholes).isEmpty();
        assertThat(destination.leases.all()).isEmpty();
    }

    @Test
    void cancellingAborts() throws Exception {
        source.hypervisor.migrating = call -> {
            awaitAbort();
            throw new HypervisorException(Kind.ABORTED, "canceled by client");
        };
        start(order());
        await().until(() -> states().contains(MigrationState.COPYING));
        AgentMessage.Reply reply = source.migrations
                .commands()
                .cancel(new EngineMessage.Cancel(UUID.randomUUID(), migration))
                .toCompletableFuture()
                .get(10, TimeUnit.SECONDS);
        assertThat(reply.refusals()).isEmpty();
        MigrationEvent end = ended();
        assertThat(end.state()).isEqualTo(MigrationState.CANCELLED);
        assertThat(end.vmHost()).isEqualTo("h1");
        assertThat(end.refusals()).isEmpty();
        assertNothingLeft();
    }

    private void awaitAbort() {
        try {
            assertThat(source.hypervisor.aborted.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void cancellingWhatDoesNotRunIsRefused() throws Exception {
        AgentMessage.Reply reply = source.migrations
                .commands()
                .cancel(new EngineMessage.Cancel(UUID.randomUUID(), migration))
                .toCompletableFuture()
                .get(10, TimeUnit.SECONDS);
        assertThat(reply.refusals()).hasSize(1);
    }

    @Test
    void theSameVmDoesNotMigrateTwiceAtOnce() throws Exception {
        source.hypervisor.migrating = call -> {
            awaitAbort();
            throw failure("ended");
        };
        start(order());
        AgentMessage.Reply second = start(order());
        assertThat(second.refusals()).extracting(Refusal::code).containsExactly("VM_ALREADY_MIGRATING");
        source.hypervisor.aborted.countDown();
        ended();
    }

    @Test
    void anExpiredPermitIsRefusedByBothAndTakesNothing() throws Exception {
        AgentMessage.Reply reply = start(order(UUID.randomUUID(), Instant.now().minusSeconds(1)));
        assertThat(reply.refusals()).extracting(Refusal::code).contains("PERMIT_EXPIRED");
        assertThat(source.events).isEmpty();
        assertNothingTaken();
    }

    @Test
    void aPermitIsUsedOnce() throws Exception {
        MigrationOrder order = order();
        source.hypervisor.migrating = call -> {
            throw failure("first");
        };
        start(order);
        ended();
        await().until(() ->
                start(order).refusals().stream().anyMatch(r -> r.code().equals("PERMIT_REUSED")));
    }

    @Test
    void aPermitOfSomebodyElseIsRefused() throws Exception {
        MigrationOrder order = order();
        MigrationOrder forged = new MigrationOrder(
                SignedPermit.sign(
                        order.permit().verify(authority.host("h1").permitKey()), new TestAuthority().permitKey()),
                order.destinationManagementAddress(),
                order.destinationPeerPort(),
                order.parameters());
        assertThat(start(forged).refusals()).extracting(Refusal::code).containsExactly("PERMIT_INVALID");
        assertNothingTaken();
    }

    @Test
    void everyReasonOfBothHostsComesAtOnce() throws Exception {
        source.hypervisor.domains.put(VM, FakeHypervisor.HANDED_OVER);
        destination.hypervisor.domains.put(VM, FakeHypervisor.OFF);
        assertThat(start(order()).refusals())
                .extracting(Refusal::code)
                .containsExactly("VM_NOT_RUNNING", "VM_NAME_OR_UUID_TAKEN");
        assertNothingTaken();
    }

    @Test
    void aDestinationThatIsNotThereIsUnreachable() throws Exception {
        MigrationOrder order = order();
        destination.close();
        assertThat(start(order).refusals()).extracting(Refusal::code).containsExactly("PEER_UNREACHABLE");
        assertThat(folder.resolve("h1/state/migrations/out")).isEmptyDirectory();
    }

    @Test
    void aDestinationWithoutLibvirtRefuses() throws Exception {
        destination.hypervisor.reachable = false;
        assertThat(start(order()).refusals()).extracting(Refusal::code).containsExactly("LIBVIRT_REFUSED");
        assertNothingTaken();
    }

    private void assertNothingTaken() {
        assertThat(destination.leases.all()).isEmpty();
        assertThat(destination.pinholes).isEmpty();
        assertThat(folder.resolve("h2/state/migrations/in")).isEmptyDirectory();
        assertThat(folder.resolve("h1/state/migrations/out")).isEmptyDirectory();
    }
}
