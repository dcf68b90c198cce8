package org.droveway.agent.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.stream.Stream;
import org.droveway.agent.libvirt.DomainStatus;
import org.droveway.agent.libvirt.LifecycleEvent;
import org.droveway.agent.testing.FakeHypervisor;
import org.droveway.protocol.Handover;
import org.droveway.protocol.MigrationParameters;
import org.droveway.protocol.MigrationState;
import org.droveway.protocol.Security;
import org.droveway.protocol.link.MigrationEvent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Both agents with the fast handover: libvirt starts the VM at the destination. */
class TestFastMigrations extends TwoHosts {
    private static final DomainStatus STANDS = DomainStatus.ofWord("paused (migration)");

    @BeforeEach
    void fast() {
        parameters =
                new MigrationParameters(Security.INSECURE, null, null, null, null, null, null, Handover.FAST, null);
    }

    private void runsThere() {
        destination.hypervisor.domains.put(VM, FakeHypervisor.RUNNING);
        destination.hypervisor.tell(new LifecycleEvent(VM, LifecycleEvent.Kind.RESUMED, true, Instant.EPOCH));
        await().until(() -> phases().contains("RUNNING"));
    }

    private String phases() {
        StringBuilder all = new StringBuilder();
        try (Stream<Path> records = Files.list(folder.resolve("h2/state/migrations/in"))) {
            for (Path record : records.toList()) {
                all.append(Files.readString(record));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return all.toString();
    }

    @Test
    void libvirtStartsTheVmAndNobodyReleasesIt() throws Exception {
        source.hypervisor.migrating = call -> {
            assertThat(call.text()).doesNotContain("VIR_MIGRATE_PAUSED");
            openRelay();
            runsThere();
            source.hypervisor.domains.remove(VM);
        };
        start(order());
        MigrationEvent end = ended();
        assertThat(end.state()).isEqualTo(MigrationState.COMPLETED);
        assertThat(end.vmHost()).isEqualTo("h2");
        assertThat(end.observations().get(1).resumedAt()).isEqualTo(Instant.EPOCH);
        assertNothingLeft();
    }

    @Test
    void whenTheAnswerOfFinishIsLostTheSourcesOlderCopyGoes() throws Exception {
        source.hypervisor.migrating = call -> {
            openRelay();
            runsThere();
            source.hypervisor.domains.put(VM, STANDS);
            throw failure("lost connection to destination host");
        };
        start(order());
        assertThat(ended().state()).isEqualTo(MigrationState.COMPLETED);
        assertThat(source.hypervisor.domains).isEmpty();
        assertThat(destination.hypervisor.domains).containsEntry(VM, FakeHypervisor.RUNNING);
        assertNothingLeft();
    }

    @Test
    void aDestinationThatRanAndEndedIsAPersonsToJudge() throws Exception {
        source.hypervisor.migrating = call -> {
            openRelay();
            runsThere();
            destination.hypervisor.domains.remove(VM);
            source.hypervisor.domains.put(VM, STANDS);
            throw failure("the destination's QEMU died");
        };
        start(order());
        MigrationEvent end = ended();
        assertThat(end.state()).isEqualTo(MigrationState.NEEDS_ATTENTION);
        assertThat(end.detail()).contains("ran on host h2 already, and is absent there");
        assertThat(source.hypervisor.domains).containsEntry(VM, STANDS);
    }
}
