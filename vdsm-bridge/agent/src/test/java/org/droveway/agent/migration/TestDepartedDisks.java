package org.droveway.agent.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.UUID;
import org.droveway.agent.image.ImageFile;
import org.droveway.agent.testing.FakeHypervisor;
import org.droveway.agent.testing.Permits;
import org.droveway.protocol.MigrationParameters;
import org.droveway.protocol.Security;
import org.droveway.protocol.host.VmDisk;
import org.droveway.protocol.link.MigrationOrder;
import org.droveway.protocol.permit.Permit;
import org.droveway.protocol.permit.SignedPermit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TestDepartedDisks {
    private final FakeHypervisor hypervisor = new FakeHypervisor();
    private final Permit permit = Permits.withDisks();

    @TempDir
    private Path folder;

    private Path disk;
    private SourceRecord record;

    @BeforeEach
    void copy() throws IOException {
        disk = Files.writeString(folder.resolve("vm1.raw"), "copied");
        record = record(DepartedDisks.identified(List.of(new VmDisk("vda", disk.toString(), false))));
    }

    private SourceRecord record(List<ImageFile> files) {
        MigrationParameters parameters = new MigrationParameters(Security.INSECURE, null, null, null);
        MigrationOrder order = new MigrationOrder(new SignedPermit("x", "y"), "127.0.0.1", 1, parameters);
        return new SourceRecord(permit, order, parameters, UUID.randomUUID(), 61000, 61001, true, false, null, files);
    }

    @Test
    void whatWasCopiedGoes() {
        assertThat(DepartedDisks.remove(hypervisor, record)).isNull();
        assertThat(disk).doesNotExist();
    }

    @Test
    void whatIsGoneAlreadyIsNoProblem() {
        DepartedDisks.remove(hypervisor, record);
        assertThat(DepartedDisks.remove(hypervisor, record)).isNull();
    }

    @Test
    void anotherFileOfThatNameStays() throws IOException {
        Path other = Files.writeString(folder.resolve("other"), "somebody's");
        Files.move(other, disk, StandardCopyOption.REPLACE_EXISTING);
        assertThat(DepartedDisks.remove(hypervisor, record)).contains("is left on host h1: it is not the file");
        assertThat(disk).hasContent("somebody's");
    }

    @Test
    void whatAnotherVmUsesStays() {
        hypervisor.domains.put(FakeHypervisor.VM, FakeHypervisor.RUNNING);
        hypervisor.diskSource = disk.toString();
        assertThat(DepartedDisks.remove(hypervisor, record)).contains("VM vm1 uses it");
        assertThat(disk).exists();
    }

    @Test
    void whenNobodyKnowsWhoUsesItItStays() {
        hypervisor.reachable = false;
        assertThat(DepartedDisks.remove(hypervisor, record)).contains("libvirt does not answer");
        assertThat(disk).exists();
    }

    @Test
    void aDeviceIsNeverAmongThem() {
        assertThatThrownBy(() -> DepartedDisks.identified(List.of(new VmDisk("vda", "/dev/null", false))))
                .isInstanceOf(IOException.class);
    }

    @Test
    void withoutCopiesNothingIsTouched() {
        assertThat(DepartedDisks.remove(hypervisor, record(List.of()))).isNull();
        assertThat(disk).exists();
    }
}
