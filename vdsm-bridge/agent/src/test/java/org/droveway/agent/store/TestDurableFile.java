package org.droveway.agent.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TestDurableFile {
    @TempDir
    private Path folder;

    @Test
    void replacesAndLeavesNothingBeside() throws IOException {
        Path file = folder.resolve("file");
        DurableFile.write(file, "one".getBytes(UTF_8));
        DurableFile.write(file, "two".getBytes(UTF_8));
        assertThat(file).hasContent("two");
        assertThat(folder).isDirectoryContaining(file::equals);
        assertThat(folder.toFile().list()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"rw-------", "rw-r-----", "rw-r--r--"})
    void givesThePermissionsThatWereAskedFor(String permissions) throws IOException {
        Path file = folder.resolve("file");
        DurableFile.write(file, new byte[0], permissions);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo(permissions);
    }

    @ParameterizedTest
    @CsvSource({"rw-------,rwx------", "rw-r-----,rwxr-x---", "rw-r--r--,rwxr-xr-x"})
    void whoMayReadMayEnter(String permissions, String expected) throws IOException {
        Path made = folder.resolve("made");
        DurableFile.makeDirectory(made, permissions);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(made)))
                .isEqualTo(expected);
    }

    @Test
    void leavesAFolderThatIsThereAsItIs() throws IOException {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-x---"));
        DurableFile.makeDirectory(folder);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
                .isEqualTo("rwxr-x---");
    }
}
