package org.droveway.agent.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.droveway.agent.libvirt.GuestOwner;
import org.droveway.protocol.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TestImageFile {
    @TempDir
    private Path folder;

    private Path file() {
        return folder.resolve("vm1.qcow2");
    }

    private ImageFile planned() {
        return new ImageFile(file().toString(), null);
    }

    @Test
    void isMadeEmptyForItsOwnerAlone() throws IOException {
        planned().create(null);
        assertThat(file()).isEmptyFile();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
                .isEqualTo("rw-------");
    }

    @Test
    void belongsToWhomQemuRunsAs() throws IOException {
        planned().create(new GuestOwner(64055, 64056));
        assertThat(Files.getAttribute(file(), "unix:uid")).isEqualTo(64055);
        assertThat(Files.getAttribute(file(), "unix:gid")).isEqualTo(64056);
    }

    @Test
    void whatStandsThereIsNeverWrittenOver() throws IOException {
        Files.writeString(file(), "somebody's");
        assertThatThrownBy(() -> planned().create(null)).isInstanceOf(FileAlreadyExistsException.class);
        assertThat(file()).hasContent("somebody's");
    }

    @Test
    void isRemovedWithItsContent() throws IOException {
        ImageFile made = planned().create(null);
        Files.writeString(file(), "copied");
        assertThat(made.remove()).isTrue();
        assertThat(file()).doesNotExist();
    }

    @Test
    void isKnownAgainAfterACrash() throws IOException {
        String written = Json.mapper().writeValueAsString(planned().create(null));
        assertThat(Json.mapper().readValue(written, ImageFile.class).remove()).isTrue();
        assertThat(file()).doesNotExist();
    }

    @Test
    void anotherFileOfItsNameIsLeftAlone() throws IOException {
        ImageFile made = planned().create(null);
        Path other = Files.writeString(folder.resolve("other"), "somebody's");
        Files.move(other, file(), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        assertThat(made.remove()).isFalse();
        assertThat(file()).hasContent("somebody's");
    }

    @Test
    void aLinkInItsPlaceIsLeftAlone() throws IOException {
        ImageFile made = planned().create(null);
        Path moved = Files.move(file(), folder.resolve("moved"));
        Files.createSymbolicLink(file(), moved);
        assertThat(made.remove()).isFalse();
        assertThat(moved).exists();
    }

    @Test
    void whatWasAboutToBeMadeGoesOnlyWhileItIsEmpty() throws IOException {
        Files.createFile(file());
        assertThat(planned().remove()).isTrue();
        Files.writeString(file(), "somebody's");
        assertThat(planned().remove()).isFalse();
        assertThat(file()).exists();
    }

    @Test
    void whatIsGoneIsGone() throws IOException {
        assertThat(planned().remove()).isTrue();
    }

    @Test
    void aFolderIsNoImage() {
        assertThatThrownBy(() -> ImageFile.existing(folder.toString()))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("no regular file");
    }
}
