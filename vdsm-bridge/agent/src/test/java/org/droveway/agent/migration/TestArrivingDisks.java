package org.droveway.agent.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.droveway.agent.image.ImageFile;
import org.droveway.agent.libvirt.DomainDescription;
import org.droveway.agent.relay.RelayContract;
import org.droveway.agent.store.RecordStore;
import org.droveway.agent.testing.FakeHypervisor;
import org.droveway.agent.testing.Permits;
import org.droveway.protocol.Handover;
import org.droveway.protocol.MigrationParameters;
import org.droveway.protocol.Security;
import org.droveway.protocol.host.VmDisk;
import org.droveway.protocol.permit.Permit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TestArrivingDisks {
    private final Permit permit = Permits.withDisks();
    private final UUID lease = UUID.randomUUID();

    @TempDir
    private Path folder;

    private List<VmDisk> disks;
    private DestinationSession session;
    private ArrivingDisks arriving;

    @BeforeEach
    void begin() {
        disks = List.of(disk("vdb", "vm1.qcow2"), disk("vdc", "vm1.raw"));
        DestinationSessions sessions = sessions();
        sessions.begin(
                new DestinationRecord(
                        lease, permit, DestinationPhase.LEASED, ArrivingDisks.planned(disks), null, false),
                new RelayContract(
                        DomainDescription.parse(FakeHypervisor.xml()),
                        "10.62.0.12",
                        61000,
                        61001,
                        new MigrationParameters(
                                Security.SECURE, null, null, "h2", List.of("vdb", "vdc"), null, null, null, null),
                        Map.of(),
                        false,
                        "qemu:///system"));
        session = sessions.find(lease).orElseThrow();
        arriving = new ArrivingDisks(new FakeImages(), sessions);
    }

    private VmDisk disk(String target, String name) {
        return new VmDisk(target, folder.resolve(name).toString(), false, false, "raw", 1L << 20, 0L, null);
    }

    /** As after a kill: nothing but what is on the disk. */
    private DestinationSessions sessions() {
        return new DestinationSessions(new RecordStore<>(folder.resolve("in"), DestinationRecord.class));
    }

    private DestinationRecord afterAKill() {
        return sessions().find(lease).orElseThrow().record();
    }

    @Test
    void areMadeAsTheOfferHasThem() throws IOException {
        arriving.make(session, disks, null);
        assertThat(folder.resolve("vm1.qcow2")).hasContent("empty raw");
        assertThat(folder.resolve("vm1.raw")).exists();
    }

    @Test
    void areWrittenDownWithTheirIdentity() throws IOException {
        arriving.make(session, disks, null);
        assertThat(afterAKill().madeImages())
                .containsExactly(
                        ImageFile.existing(folder.resolve("vm1.qcow2").toString()),
                        ImageFile.existing(folder.resolve("vm1.raw").toString()));
    }

    @Test
    void areRemovedAfterAKill() throws IOException {
        arriving.make(session, disks, null);
        ArrivingDisks.remove(afterAKill());
        assertThat(folder.resolve("vm1.qcow2")).doesNotExist();
        assertThat(folder.resolve("vm1.raw")).doesNotExist();
    }

    @Test
    void whatWasNotMadeYetIsNoError() {
        ArrivingDisks.remove(afterAKill());
        assertThat(folder.resolve("vm1.qcow2")).doesNotExist();
    }

    @Test
    void whatStandsThereMeanwhileIsLeftAlone() throws IOException {
        Files.writeString(folder.resolve("vm1.raw"), "somebody's");
        assertThatThrownBy(() -> arriving.make(session, disks, null)).isInstanceOf(IOException.class);
        ArrivingDisks.remove(afterAKill());
        assertThat(folder.resolve("vm1.raw")).hasContent("somebody's");
        assertThat(folder.resolve("vm1.qcow2")).doesNotExist();
    }

    @ParameterizedTest
    @EnumSource(DestinationPhase.class)
    void areNobodysToRemoveOnceTheVmMayHaveRun(DestinationPhase phase) {
        boolean before = phase.compareTo(DestinationPhase.RELAYING) <= 0;
        assertThat(new DestinationRecord(lease, permit, phase).mayHaveRun()).isEqualTo(!before);
    }

    @Test
    void whileTheHandoverIsFastItMayRunUnseen() {
        assertThat(new DestinationRecord(lease, permit, DestinationPhase.RELAYING, null, Handover.FAST, false)
                        .mayHaveRun())
                .isTrue();
    }
}
