package org.droveway.agent.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TestAppendLog {
    private static final List<String> LINES = List.of("first", "second, with ümlaut", "third");

    @TempDir
    private Path folder;

    private Path file() {
        return folder.resolve("sub").resolve("log");
    }

    private void write(List<String> lines) {
        try (AppendLog log = new AppendLog(file())) {
            lines.forEach(log::append);
        }
    }

    private List<String> read() {
        try (AppendLog log = new AppendLog(file())) {
            return log.linesAtOpening();
        }
    }

    @Test
    void aNewLogIsEmpty() {
        assertThat(read()).isEmpty();
    }

    @Test
    void whatWasAppendedIsThereAfterwards() {
        write(LINES);
        assertThat(read()).isEqualTo(LINES);
    }

    @Test
    void appendsBehindWhatWasThere() {
        write(List.of("first"));
        write(List.of("second, with ümlaut", "third"));
        assertThat(read()).isEqualTo(LINES);
    }

    @Test
    void survivesBeingCutOffAtEveryByte() throws IOException {
        write(LINES);
        byte[] whole = Files.readAllBytes(file());
        for (int length = 0; length < whole.length; length++) {
            Files.write(file(), Arrays.copyOf(whole, length));
            int complete = (int) new String(Arrays.copyOf(whole, length), UTF_8)
                    .chars()
                    .filter(c -> c == '\n')
                    .count();
            List<String> found = read();
            // A line whose break alone is missing is whole, its checksum says so.
            assertThat(found).isIn(LINES.subList(0, complete), LINES.subList(0, Math.min(complete + 1, LINES.size())));
        }
    }

    @Test
    void goesOnBehindALineThatWasCutOff() throws IOException {
        write(LINES);
        byte[] whole = Files.readAllBytes(file());
        Files.write(file(), Arrays.copyOf(whole, whole.length - 3));
        write(List.of("fourth"));
        assertThat(read()).containsExactly("first", "second, with ümlaut", "fourth");
    }

    @Test
    void neverBelievesAChangedByte() throws IOException {
        write(LINES);
        byte[] whole = Files.readAllBytes(file());
        for (int at = 0; at < whole.length; at++) {
            byte[] damaged = whole.clone();
            damaged[at] ^= 0x20;
            Files.write(file(), damaged);
            assertThat(LINES).as("byte " + at).containsAll(read());
        }
    }

    @Test
    void whatIsDamagedInTheMiddleDoesNotTakeTheRestAlong() throws IOException {
        write(LINES);
        Files.writeString(file(), Files.readString(file()).replace("second", "sec0nd"));
        assertThat(read()).containsExactly("first", "third");
    }

    @Test
    void rewritesWholly() {
        try (AppendLog log = new AppendLog(file())) {
            log.append("old");
            log.rewrite(List.of("new 1", "new 2"));
            log.append("new 3");
        }
        assertThat(read()).containsExactly("new 1", "new 2", "new 3");
    }

    @Test
    void aLineHasNoBreaks() {
        try (AppendLog log = new AppendLog(file())) {
            assertThatThrownBy(() -> log.append("two\nlines")).isInstanceOf(IllegalArgumentException.class);
        }
        assertThat(read()).isEmpty();
    }

    @Test
    void cutsOffWhatAFailedWriteLeftBehind() throws IOException {
        try (AppendLog log = new AppendLog(file())) {
            log.append("first");
            Files.writeString(file(), "deadbeef par", java.nio.file.StandardOpenOption.APPEND);
            log.append("second");
        }
        assertThat(read()).containsExactly("first", "second");
    }
}
