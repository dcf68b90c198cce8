package org.droveway.cli.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.droveway.cli.CommandFailure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TestConnectionSettings {
    private static final String FILE = """
            {"url":"https://filed:8443","token":"from-file","ca":"/filed/ca.pem","theme":"dark"}""";

    @TempDir
    private Path home;

    @Test
    void withoutAnythingTheEngineIsOnThisMachine() {
        assertThat(resolve(Map.of())).isEqualTo(new Connection(URI.create("https://localhost:8443/"), null, null));
    }

    @Test
    void theFileIsEnough() throws IOException {
        write(FILE);

        assertThat(resolve(Map.of()))
                .isEqualTo(new Connection(URI.create("https://filed:8443/"), "from-file", Path.of("/filed/ca.pem")));
    }

    @Test
    void theEnvironmentIsEnough() {
        assertThat(resolve(Map.of(
                        "DROVEWAY_URL",
                        "https://env:8443",
                        "DROVEWAY_TOKEN",
                        "from-env",
                        "DROVEWAY_CA",
                        "/env/ca.pem")))
                .isEqualTo(new Connection(URI.create("https://env:8443/"), "from-env", Path.of("/env/ca.pem")));
    }

    @Test
    void eachVariableWinsOverTheFile() throws IOException {
        write(FILE);

        assertThat(resolve(Map.of("DROVEWAY_TOKEN", "from-env")))
                .isEqualTo(new Connection(URI.create("https://filed:8443/"), "from-env", Path.of("/filed/ca.pem")));
    }

    @Test
    void anEmptyVariableIsNotSet() throws IOException {
        write(FILE);

        assertThat(resolve(Map.of("DROVEWAY_TOKEN", " ")).token()).isEqualTo("from-file");
    }

    @Test
    void aFileThatIsNoJsonIsNamed() throws IOException {
        write("url: https://x");

        assertThatThrownBy(() -> resolve(Map.of()))
                .isInstanceOf(CommandFailure.class)
                .hasMessageContaining(home + "/.config/droveway/config.json is not understood");
    }

    @Test
    void aFileThatCannotBeReadIsNamed() throws IOException {
        Files.createDirectories(home.resolve(".config/droveway/config.json"));

        assertThatThrownBy(() -> resolve(Map.of()))
                .isInstanceOf(CommandFailure.class)
                .hasMessageContaining("config.json cannot be read");
    }

    private Connection resolve(Map<String, String> environment) {
        return new ConnectionSettings(environment, home).resolve();
    }

    private void write(String text) throws IOException {
        Path file = home.resolve(".config/droveway/config.json");
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
