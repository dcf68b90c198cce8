package org.droveway.agent.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** With the real qemu-img. */
class TestQemuImg {
    private static final long SIZE = 64L << 20;

    private final QemuImg images = new QemuImg();

    @TempDir
    private Path folder;

    private Path made(String name, String format) throws IOException {
        Path file = folder.resolve(name);
        images.make(file, format, SIZE);
        return file;
    }

    private static void qemuImg(String... arguments) throws Exception {
        Process process = new ProcessBuilder(java.util.stream.Stream.concat(
                                java.util.stream.Stream.of("qemu-img"), List.of(arguments).stream())
                        .toList())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"raw", "qcow2"})
    void anImageTakesNoSpaceBeforeItIsWritten(String format) throws IOException {
        Image image = images.inspect(made("vm1.img", format), format);
        assertThat(image.virtualBytes()).isEqualTo(SIZE);
        assertThat(image.allocatedBytes()).isLessThan(1 << 20);
        assertThat(image.dependsOn()).isNull();
    }

    @Test
    void whatIsWrittenIsAllocated() throws IOException {
        Path file = made("vm1.raw", "raw");
        try (RandomAccessFile disk = new RandomAccessFile(file.toFile(), "rw")) {
            disk.seek(32 << 20);
            disk.write(new byte[1 << 20]);
            disk.getFD().sync();
        }
        assertThat(images.inspect(file, "raw").allocatedBytes()).isBetween(1L << 20, 2L << 20);
    }

    @Test
    void aFileKeepsItsIdentityWhenAnImageIsMadeInIt() throws IOException {
        ImageFile file = new ImageFile(folder.resolve("vm1.qcow2").toString(), null).create(null);
        images.make(Path.of(file.path()), "qcow2", SIZE);
        assertThat(ImageFile.existing(file.path())).isEqualTo(file);
    }

    @Test
    void aBackingFileIsNamed() throws Exception {
        made("base.qcow2", "qcow2");
        Path top = folder.resolve("top.qcow2");
        qemuImg("create", "-f", "qcow2", "-F", "qcow2", "-b", "base.qcow2", top.toString());
        assertThat(images.inspect(top, "qcow2").dependsOn()).isEqualTo("backing file base.qcow2");
    }

    @Test
    void snapshotsInsideAreNamed() throws Exception {
        Path file = made("vm1.qcow2", "qcow2");
        qemuImg("snapshot", "-c", "before", file.toString());
        assertThat(images.inspect(file, "qcow2").dependsOn()).isEqualTo("snapshot before");
    }

    @Test
    void aNameWithACommaIsAName() throws IOException {
        assertThat(images.inspect(made("vm1,readonly=on.raw", "raw"), "raw").virtualBytes())
                .isEqualTo(SIZE);
    }

    /** A guest may write any header into its raw disk. */
    @Test
    void aRawDiskIsNeverTakenForAnotherFormat() throws Exception {
        Path outer = folder.resolve("secret");
        Files.writeString(outer, "secret");
        Path file = folder.resolve("vm1.raw");
        qemuImg("create", "-q", "-u", "-f", "qcow2", "-F", "raw", "-b", outer.toString(), file.toString(), "1G");
        assertThat(images.inspect(file, "raw").dependsOn()).isNull();
        // Rounded up to whole sectors, and not the gigabyte that the header claims.
        assertThat(images.inspect(file, "raw").virtualBytes()).isBetween(Files.size(file), Files.size(file) + 511);
    }

    @Test
    void anotherFormatIsAnError() throws IOException {
        Path file = made("vm1.raw", "raw");
        assertThatThrownBy(() -> images.inspect(file, "qcow2"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("qcow2");
    }

    @Test
    void aMissingFileIsAnError() {
        assertThatThrownBy(() -> images.inspect(folder.resolve("none"), "raw"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("No such file");
    }
}
