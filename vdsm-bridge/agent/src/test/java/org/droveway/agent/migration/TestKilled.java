package org.droveway.agent.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.droveway.agent.libvirt.DomainStatus;
import org.droveway.agent.testing.FakeHypervisor;
import org.droveway.protocol.MigrationState;
import org.droveway.protocol.link.MigrationEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Agents and daemons that are killed in the middle of a migration. */
@Timeout(60)
class TestKilled extends TwoHosts {
    @Test
    void anAgentKilledAfterTheHandoverReleasesWhenItIsBack() throws Exception {
        Killed killed = killDuringTheCall();
        destination.hypervisor.domains.put(VM, FakeHypervisor.HANDED_OVER);
        startAgain(killed, DomainStatus.ABSENT);
        assertThat(ended().state()).isEqualTo(MigrationState.COMPLETED);
        assertThat(destination.hypervisor.domains).containsEntry(VM, FakeHypervisor.RUNNING);
        assertNothingLeft();
    }

    @Test
    void anAgentKilledDuringTheCopyCleansUpWhenItIsBack() throws Exception {
        Killed killed = killDuringTheCall();
        destination.hypervisor.domains.put(VM, FakeHypervisor.INCOMING);
        startAgain(killed, FakeHypervisor.RUNNING);
        MigrationEvent end = ended();
        assertThat(end.state()).isEqualTo(MigrationState.FAILED);
        assertThat(end.vmHost()).isEqualTo("h1");
        assertThat(end.detail()).contains("restarted");
        assertThat(source.hypervisor.domains).containsEntry(VM, FakeHypervisor.RUNNING);
        assertThat(destination.hypervisor.domains).isEmpty();
        assertNothingLeft();
    }

    /** The one file that tells of the migration after a kill. */
    private record Killed(Path file, String content) {}

    private Killed killDuringTheCall() throws Exception {
        source.hypervisor.migrating = call -> {
            openRelay();
            neverReturn();
        };
        start(order());
        await().until(this::destinationRelays);
        Path file = folder.resolve("h1/state/migrations/out/" + migration + ".json");
        Killed killed = new Killed(file, Files.readString(file));
        source.close();
        return killed;
    }

    /** What a killed agent called does not come back to it: an interrupted call that returned would still be settled. */
    private void neverReturn() {
        boolean done = false;
        while (!done) {
            try {
                done = over.await(60, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                done = over.getCount() == 0;
            }
        }
    }

    private void startAgain(Killed killed, DomainStatus onSource) throws Exception {
        Files.writeString(killed.file(), killed.content());
        FakeHypervisor libvirt = new FakeHypervisor();
        if (!onSource.gone()) {
            libvirt.domains.put(VM, onSource);
        }
        source =
                new FakeHost(authority.host("h1"), folder.resolve("h1"), freePort(), source.config.portPool(), libvirt);
    }

    @Test
    void aDefinitionThatAKilledLibvirtdLeftOnTheSourceGoes() throws Exception {
        source.hypervisor.migrating = call -> {
            openRelay();
            destination.hypervisor.domains.put(VM, FakeHypervisor.HANDED_OVER);
            source.hypervisor.domains.put(VM, FakeHypervisor.OFF);
            throw failure("End of file while reading data");
        };
        start(order());
        assertThat(ended().state()).isEqualTo(MigrationState.COMPLETED);
        assertThat(destination.hypervisor.domains).containsEntry(VM, FakeHypervisor.RUNNING);
        assertThat(source.hypervisor.domains).isEmpty();
    }
}
