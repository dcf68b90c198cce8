package org.droveway.agent;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TestMain {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @TempDir
    private Path folder;

    private int execute(String... arguments) throws InterruptedException {
        return Main.execute(List.of(arguments), new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8));
    }

    private Path config(String authority) throws IOException {
        return Files.writeString(folder.resolve("agent.json"), """
                {"host": "h1", "engine": "https://127.0.0.1:1", "engineCa": "%s", "managementAddress": "127.0.0.1",
                 "stateDirectory": "%s", "enrolmentTokenFile": "%s"}
                """.formatted(
                        authority, folder.resolve("state"), folder.resolve("token")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"--help", "-h"})
    void helpGoesToStandardOutput(String option) throws InterruptedException {
        assertThat(execute(option)).isZero();
        assertThat(out.toString(UTF_8)).contains("vdsm-bridge run").contains("Exit codes");
        assertThat(err.toString(UTF_8)).isEmpty();
    }

    @Test
    void tellsItsVersion() throws InterruptedException {
        assertThat(execute("--version")).isZero();
        assertThat(out.toString(UTF_8)).isNotBlank();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "start", "run --config", "run FILE", "run --config a b", "--config a", "check --help me"})
    void aWrongCommandLineIsTwo(String line) throws InterruptedException {
        assertThat(execute(line.isEmpty() ? new String[0] : line.split(" ", -1)))
                .isEqualTo(2);
        assertThat(err.toString(UTF_8))
                .contains("'" + line + "' is not a command")
                .contains("vdsm-bridge run");
    }

    @Test
    void aMissingFileIsTwo() throws InterruptedException {
        assertThat(execute("run", "--config", folder.resolve("none.json").toString()))
                .isEqualTo(2);
        assertThat(err.toString(UTF_8)).contains("none.json cannot be used");
    }

    @Test
    void checksAConfiguration() throws Exception {
        Path authority = Files.writeString(folder.resolve("ca.pem"), "pem");
        assertThat(execute("check", "--config", config(authority.toString()).toString()))
                .isZero();
        assertThat(folder.resolve("state")).doesNotExist();
    }

    @Test
    void saysEverythingThatIsWrongWithAConfiguration() throws Exception {
        Path file = config("/no/such/file");
        Files.writeString(file, Files.readString(file).replace("\"h1\"", "\"H1\""));
        assertThat(execute("check", "--config", file.toString())).isEqualTo(2);
        assertThat(err.toString(UTF_8)).contains("host is 'H1'").contains("engineCa is '/no/such/file'");
    }
}
