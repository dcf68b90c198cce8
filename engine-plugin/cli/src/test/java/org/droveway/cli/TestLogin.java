package org.droveway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.Map;
import org.droveway.cli.connection.ConnectionSettings;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sessions and where their tokens are kept. */
final class TestLogin {
    @TempDir
    private Path home;

    @Test
    void theTokenIsKeptWhereOnlyItsOwnerReadsIt() throws IOException {
        try (ScriptedEngine engine = new ScriptedEngine().on("POST /sessions", 201, Samples.LOGIN)) {
            Terminal.Result result = new Terminal(engine).home(home).run("login", "alice");

            assertThat(result.exit()).isZero();
            assertThat(result.out()).contains("alice", "viewer").doesNotContain("drv_s3ss10n", Terminal.PASSWORD);
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
                    .isEqualTo("rw-------");
            assertThat(token(engine.url(), Map.of())).isEqualTo("drv_s3ss10n");
        }
    }

    @Test
    void theVariableCountsMoreThanTheSession() {
        try (ScriptedEngine engine = new ScriptedEngine().on("POST /sessions", 201, Samples.LOGIN)) {
            new Terminal(engine).home(home).run("login", "alice");

            assertThat(token(engine.url(), Map.of("DROVEWAY_TOKEN", "from-env")))
                    .isEqualTo("from-env");
        }
    }

    @Test
    void anotherEngineIsNotShownTheToken() {
        try (ScriptedEngine engine = new ScriptedEngine().on("POST /sessions", 201, Samples.LOGIN)) {
            new Terminal(engine).home(home).run("login", "alice");

            assertThat(token("https://other:8443", Map.of())).isNull();
        }
    }

    @Test
    void aWrongPasswordKeepsNothing() {
        try (ScriptedEngine engine =
                new ScriptedEngine().on("POST /sessions", 401, Samples.problem(401, "user or password is wrong"))) {
            assertThat(new Terminal(engine).home(home).run("login", "alice").exit())
                    .isEqualTo(1);
            assertThat(file()).doesNotExist();
        }
    }

    @Test
    void aLogoutEndsTheSessionAndForgetsIt() {
        try (ScriptedEngine engine =
                new ScriptedEngine().on("POST /sessions", 201, Samples.LOGIN).on("DELETE /sessions/current", 204, "")) {
            Terminal terminal = new Terminal(engine).home(home);
            terminal.run("login", "alice");

            assertThat(terminal.run("logout").out()).isEqualTo("session of alice ended\n");
            assertThat(file()).doesNotExist();
            assertThat(terminal.run("logout").err()).contains("there is no session");
        }
    }

    @Test
    void twoNewPasswordsThatDifferChangeNothing() {
        try (ScriptedEngine engine = new ScriptedEngine()) {
            Terminal.Result result =
                    new Terminal(engine).typing("one of them", "another one").run("user", "password", "alice");

            assertThat(result.exit()).isEqualTo(2);
            assertThat(engine.requests()).isEmpty();
        }
    }

    private Path file() {
        return home.resolve(".config/droveway/session.json");
    }

    private @Nullable String token(String url, Map<String, String> more) {
        Map<String, String> environment = new HashMap<>(more);
        environment.put("DROVEWAY_URL", url);
        return new ConnectionSettings(environment, home).resolve().token();
    }
}
