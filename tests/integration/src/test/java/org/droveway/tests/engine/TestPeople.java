package org.droveway.tests.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** People who log in by name and password. */
@ExtendWith(ArquillianExtension.class)
class TestPeople {
    private static final String PASSWORD = "long enough, I hope";
    private static final Pattern WAIT = Pattern.compile("try again in (\\d+) s");

    private final Engine administrator = Engine.administrator();

    /** A name that no other test uses. */
    private final String name = "p" + UUID.randomUUID().toString().substring(0, 8);

    @Deployment(testable = false)
    static EnterpriseArchive engine() {
        return EngineArchive.delivered();
    }

    @Test
    void theFirstAdministratorComesInByThePasswordOfTheFirstStart() throws Exception {
        Path file = Engine.DATA.resolve("admin.password");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        Engine.Answer answer = login("admin", Files.readString(file).strip());
        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.body().path("role").asText()).isEqualTo("admin");
        assertThat(answer.body().path("permissions").path(0).asText()).isEqualTo("migration-override");
        assertThat(answer.body().path("expires").asText()).isNotEmpty();
    }

    @Test
    void aSessionHasItsUsersRights() {
        make("operator", ",\"permissions\":[\"migration-override\"]");
        JsonNode whoami = session(PASSWORD).call("GET", "/whoami").body();
        assertThat(whoami.path("user").asText()).isEqualTo(name);
        assertThat(whoami.path("role").asText()).isEqualTo("operator");
        assertThat(whoami.path("permissions").path(0).asText()).isEqualTo("migration-override");
    }

    @Test
    void aPasswordThatIsNotGivenIsGeneratedAndShownOnce() {
        JsonNode made = administrator
                .call("POST", "/users", "{\"name\":\"" + name + "\",\"role\":\"viewer\"}")
                .body();
        assertThat(login(name, made.path("password").asText()).status()).isEqualTo(201);
        assertThat(administrator.call("GET", "/users/" + name).body().has("password"))
                .isFalse();
    }

    @Test
    void aWrongPasswordAndAnUnknownUserAreToldAlike() {
        make("viewer", "");
        Engine.Answer wrong = login(name, "not the password");
        Engine.Answer unknown = login(name + "x", "not the password");
        assertThat(wrong.status()).isEqualTo(401);
        assertThat(unknown.status()).isEqualTo(401);
        assertThat(unknown.body().path("detail").asText().replace(name + "x", name))
                .isEqualTo(wrong.body().path("detail").asText());
    }

    @Test
    void guessingIsSlowedDownEvenWithTheRightPassword() {
        make("viewer", "");
        await().atMost(Duration.ofMinutes(1)).until(() -> waitToldOf(login(name, "not the password")) >= 4);
        Engine.Answer answer = login(name, PASSWORD);
        assertThat(answer.status()).isEqualTo(429);
        assertThat(answer.body().path("detail").asText()).contains("try again in");
    }

    @Test
    void aLogoutEndsTheSession() {
        make("viewer", "");
        Engine session = session(PASSWORD);
        assertThat(session.call("DELETE", "/sessions/current").status()).isEqualTo(204);
        assertThat(session.call("GET", "/whoami").status()).isEqualTo(401);
    }

    @Test
    void onesOwnPasswordIsChangedWithTheCurrentOne() {
        make("viewer", "");
        Engine session = session(PASSWORD);
        String path = "/users/" + name + "/password";
        assertThat(session.call("PUT", path, "{\"current\":\"wrong\",\"password\":\"another long one\"}")
                        .status())
                .isEqualTo(401);
        assertThat(session.call("PUT", path, "{\"current\":\"" + PASSWORD + "\",\"password\":\"short\"}")
                        .status())
                .isEqualTo(400);
        assertThat(session.call("PUT", path, "{\"current\":\"" + PASSWORD + "\",\"password\":\"another long one\"}")
                        .status())
                .isEqualTo(204);
        assertThat(session.call("GET", "/whoami").status()).isEqualTo(401);
        assertThat(login(name, PASSWORD).status()).isEqualTo(401);
        assertThat(login(name, "another long one").status()).isEqualTo(201);
    }

    @Test
    void anothersPasswordIsForAdministrators() {
        make("operator", "");
        Engine session = session(PASSWORD);
        assertThat(session.call("PUT", "/users/admin/password", "{\"password\":\"another long one\"}")
                        .status())
                .isEqualTo(403);
        assertThat(administrator
                        .call("PUT", "/users/" + name + "/password", "{\"password\":\"another long one\"}")
                        .status())
                .isEqualTo(204);
        assertThat(session.call("GET", "/whoami").status()).isEqualTo(401);
    }

    @Test
    void otherRightsEndTheSessions() {
        make("operator", "");
        Engine session = session(PASSWORD);
        administrator.call("PUT", "/users/" + name, "{\"role\":\"viewer\"}");
        assertThat(session.call("GET", "/whoami").status()).isEqualTo(401);
        assertThat(session(PASSWORD).call("GET", "/whoami").body().path("role").asText())
                .isEqualTo("viewer");
    }

    @Test
    void aRemovedUserIsOutAtOnce() {
        make("viewer", "");
        Engine session = session(PASSWORD);
        assertThat(administrator.call("DELETE", "/users/" + name).status()).isEqualTo(204);
        assertThat(session.call("GET", "/whoami").status()).isEqualTo(401);
        assertThat(login(name, PASSWORD).status()).isEqualTo(401);
    }

    @Test
    void aViewerCannotHaveThePermission() {
        Engine.Answer answer =
                administrator.call("POST", "/tokens", "{\"role\":\"viewer\",\"permissions\":[\"migration-override\"]}");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body().path("detail").asText()).contains("viewer");
    }

    private void make(String role, String more) {
        String body =
                "{\"name\":\"" + name + "\",\"role\":\"" + role + "\",\"password\":\"" + PASSWORD + "\"" + more + "}";
        assertThat(administrator.call("POST", "/users", body).status()).isEqualTo(201);
    }

    /** In seconds; 0: none. */
    private static int waitToldOf(Engine.Answer answer) {
        Matcher told = WAIT.matcher(answer.body().path("detail").asText());
        return told.find() ? Integer.parseInt(told.group(1)) : 0;
    }

    private Engine session(String password) {
        return Engine.withToken(login(name, password).body().path("token").asText());
    }

    private static Engine.Answer login(String user, String password) {
        return Engine.anonymous()
                .call("POST", "/sessions", "{\"user\":\"" + user + "\",\"password\":\"" + password + "\"}");
    }
}
