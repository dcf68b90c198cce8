package org.droveway.engine.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TestDatabaseSettings {
    private static final String URL = "jdbc:postgresql://db.example/droveway";

    @TempDir
    Path data;

    @Test
    void areH2WithoutMoreWords() {
        assertThat(DatabaseSettings.of(Map.of()))
                .containsOnly(
                        Map.entry("droveway.database.h2", "true"), Map.entry("droveway.database.postgresql", "false"));
    }

    @Test
    void arePostgresWhereAUrlSaysSo() throws Exception {
        assertThat(DatabaseSettings.of(Map.of(
                        "DROVEWAY_DATABASE_URL",
                        URL,
                        "DROVEWAY_DATABASE_USER",
                        "me",
                        "DROVEWAY_DATABASE_PASSWORD_FILE",
                        file("s3cret\n"))))
                .containsOnly(
                        Map.entry("droveway.database.h2", "false"),
                        Map.entry("droveway.database.postgresql", "true"),
                        Map.entry("droveway.database.url", URL),
                        Map.entry("droveway.database.user", "me"),
                        Map.entry("droveway.database.password", "s3cret"));
    }

    @Test
    void nameTheUrlThatIsNone() {
        refused(
                Map.of("DROVEWAY_DATABASE_URL", "jdbc:mysql://db.example/d"),
                "'jdbc:mysql://db.example/d', needed for example jdbc:postgresql:");
    }

    @Test
    void doNotIgnoreAUserWithoutUrl() {
        refused(
                Map.of("DROVEWAY_DATABASE_USER", "me"),
                "DROVEWAY_DATABASE_USER is set and DROVEWAY_DATABASE_URL is not");
    }

    @Test
    void needAPassword() throws Exception {
        refused(Map.of("DROVEWAY_DATABASE_URL", URL), "DROVEWAY_DATABASE_PASSWORD_FILE is not");
        refused(
                Map.of("DROVEWAY_DATABASE_URL", URL, "DROVEWAY_DATABASE_PASSWORD_FILE", file("\n")),
                "has no password in it");
    }

    @Test
    void nameThePasswordFileThatCannotBeRead() {
        Map<String, String> environment =
                Map.of("DROVEWAY_DATABASE_URL", URL, "DROVEWAY_DATABASE_PASSWORD_FILE", "/nowhere");
        assertThatThrownBy(() -> DatabaseSettings.of(environment))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("/nowhere");
    }

    private String file(String text) throws Exception {
        return Files.writeString(data.resolve("secret"), text).toString();
    }

    private static void refused(Map<String, String> environment, String why) {
        assertThatThrownBy(() -> DatabaseSettings.of(environment))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(why);
    }
}
