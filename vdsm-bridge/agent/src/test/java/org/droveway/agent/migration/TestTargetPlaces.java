package org.droveway.agent.migration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.droveway.agent.negotiation.TargetFacts;
import org.droveway.protocol.host.VmDisk;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TestTargetPlaces {
    @TempDir
    private Path folder;

    private Path images;

    @BeforeEach
    void make() throws IOException {
        images = Files.createDirectory(folder.resolve("images"));
    }

    private TargetFacts at(Path path) throws IOException {
        return new TargetPlaces(images)
                .of(List.of(new VmDisk("vda", path.toString(), false)))
                .get(path.toString());
    }

    @Test
    void aFreePlaceInAFolderThatIsThere() throws IOException {
        TargetFacts facts = at(images.resolve("vm1.raw"));
        assertThat(facts.taken()).isFalse();
        assertThat(facts.allowed()).isTrue();
        assertThat(facts.fileSystem()).isNotNull();
        assertThat(facts.freeBytes()).isPositive();
    }

    @Test
    void aFileThatIsThere() throws IOException {
        assertThat(at(Files.createFile(images.resolve("vm1.raw"))).taken()).isTrue();
    }

    @Test
    void aLinkToNowhereIsSomethingToo() throws IOException {
        Path link = Files.createSymbolicLink(images.resolve("vm1.raw"), folder.resolve("nowhere"));
        assertThat(at(link).taken()).isTrue();
    }

    @Test
    void aFolderBelowIsAllowed() throws IOException {
        Path below = Files.createDirectory(images.resolve("vms"));
        assertThat(at(below.resolve("vm1.raw")).allowed()).isTrue();
    }

    @Test
    void aFolderThatIsNotThere() throws IOException {
        TargetFacts facts = at(images.resolve("none/vm1.raw"));
        assertThat(facts.allowed()).isTrue();
        assertThat(facts.fileSystem()).isNull();
    }

    @Test
    void anotherFolderIsNotAllowed() throws IOException {
        assertThat(at(folder.resolve("passwd")).allowed()).isFalse();
        assertThat(at(Path.of("/etc/cron.d/vm1")).allowed()).isFalse();
    }

    @Test
    void aWayOutIsNotAllowed() throws IOException {
        assertThat(at(images.resolve("../passwd")).allowed()).isFalse();
        assertThat(at(images.resolve("none/../../passwd")).allowed()).isFalse();
        Path link = Files.createSymbolicLink(images.resolve("out"), folder);
        assertThat(at(link.resolve("passwd")).allowed()).isFalse();
    }

    @Test
    void aNameThatOnlyBeginsAlikeIsNotAllowed() throws IOException {
        Path beside = Files.createDirectory(folder.resolve("images2"));
        assertThat(at(beside.resolve("vm1.raw")).allowed()).isFalse();
    }

    @Test
    void disksWithoutAFileAreLeftOut() throws IOException {
        assertThat(new TargetPlaces(images).of(List.of(new VmDisk("vda", "rbd:p/vm1", true))))
                .isEmpty();
    }
}
