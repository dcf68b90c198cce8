package org.droveway.engine.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TestKeyFile {
    @TempDir
    Path directory;

    private Path file = Path.of("");

    @BeforeEach
    void name() {
        file = directory.resolve("a.key");
    }

    @Test
    void isMadeWhenItIsNotThere() {
        String content = KeyFile.open(file, () -> "made", text -> text);
        assertThat(content).isEqualTo("made");
        assertThat(file).hasContent("made");
    }

    @Test
    void onlyItsOwnerMayReadIt() throws Exception {
        KeyFile.open(file, () -> "made", text -> text);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void isReadWhenItIsThere() throws Exception {
        Files.writeString(file, "old");
        String content = KeyFile.open(file, () -> "new", text -> text);
        assertThat(content).isEqualTo("old");
    }

    @Test
    void oneThatCannotBeReadIsNamedAndLeftAlone() throws Exception {
        Files.writeString(file, "broken");
        assertThatThrownBy(() -> KeyFile.open(file, () -> "new", text -> {
                    throw new GeneralSecurityException("not a key");
                }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(file.toString())
                .hasMessageContaining("backup");
        assertThat(file).hasContent("broken");
    }

    @Test
    void leavesNoOtherFileBehind() {
        KeyFile.open(file, () -> "made", text -> text);
        assertThat(directory).isDirectoryContaining(path -> path.equals(file));
        assertThat(directory.toFile().list()).hasSize(1);
    }
}
