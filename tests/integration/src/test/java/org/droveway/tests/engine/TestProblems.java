package org.droveway.tests.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What no method of the API takes is answered like every other error: with a problem detail in our words. */
@ExtendWith(ArquillianExtension.class)
class TestProblems {
    private static final String API = "/droveway/api/v1";
    private static final int MIB = 1024 * 1024;

    private final Engine administrator = Engine.administrator();

    @Deployment(testable = false)
    static EnterpriseArchive engine() {
        return EngineArchive.delivered();
    }

    @ParameterizedTest
    @CsvSource({"GET, /nothing", "POST, /vms/x/y/z", "GET, ''", "DELETE, /health/more"})
    void anUnknownPathIsNamed(String method, String path) {
        Engine.Answer answer = administrator.call(method, path);
        isProblem(answer, 404);
        assertThat(answer.body().path("detail").asText())
                .startsWith("there is nothing at " + API + path)
                .contains("openapi.json");
    }

    @ParameterizedTest
    @CsvSource({"DELETE, /vms, 'GET'", "PATCH, /networks, 'GET, HEAD, OPTIONS, POST'", "PUT, /health, GET"})
    void aMethodThatIsNotThereNamesThoseThatAre(String method, String path, String allowed) {
        Engine.Answer answer = administrator.call(method, path);
        isProblem(answer, 405);
        assertThat(answer.body().path("detail").asText())
                .startsWith(method + " is not possible at " + API + path + "; needed one of ")
                .contains(allowed);
    }

    @Test
    void aBodyThatIsNoJsonNamesThePlace() {
        Engine.Answer answer = administrator.call("POST", "/networks", "{\"name\": x}");
        isProblem(answer, 400);
        assertThat(answer.body().path("detail").asText())
                .startsWith("the body cannot be read: no JSON at line 1, column ");
    }

    @Test
    void aBodyOfAnotherKindIsNotRead() {
        Engine.Answer answer = administrator.call("POST", "/networks", "name=x", Map.of("Content-Type", "text/csv"));
        isProblem(answer, 415);
        assertThat(answer.body().path("detail").asText())
                .isEqualTo("Content-Type is 'text/csv'; needed application/json");
    }

    @Test
    void anAnswerOfAnotherKindIsNotThere() {
        Engine.Answer answer = administrator.call("GET", "/vms", null, Map.of("Accept", "text/csv"));
        isProblem(answer, 406);
        assertThat(answer.body().path("detail").asText()).startsWith("Accept is 'text/csv', but " + API + "/vms");
    }

    @ParameterizedTest
    @CsvSource({"limit=many", "limit=0", "limit=1001", "limit=", "state=DONE"})
    void aParameterThatMakesNoSenseIsNamed(String query) {
        Engine.Answer answer = administrator.call("GET", "/migrations?" + query);
        isProblem(answer, 400);
        assertThat(answer.body().path("detail").asText())
                .startsWith(query.substring(0, query.indexOf('=')) + " is '")
                .contains("needed ");
    }

    @ParameterizedTest
    @CsvSource({"/../v2/vms, /droveway/api/v2/vms", "/../../nothing, /droveway/nothing"})
    void outsideTheApiIsNothingEither(String path, String shown) {
        Engine.Answer answer = administrator.call("GET", path);
        isProblem(answer, 404);
        assertThat(answer.body().path("detail").asText()).startsWith("there is nothing at " + shown);
    }

    @Test
    void aContentTypeThatIsNoneIsAProblemToo() {
        isProblem(administrator.call("POST", "/networks", "{}", Map.of("Content-Type", "bad")), 400);
    }

    @ParameterizedTest
    @ValueSource(ints = {2 * MIB + 1, 3 * MIB, 9 * MIB})
    void aBodyThatIsTooLargeIsNotRead(int size) {
        Engine.Answer answer = administrator.call("POST", "/networks", " ".repeat(size));
        isProblem(answer, 413);
        assertThat(answer.body().path("detail").asText())
                .isEqualTo("the body has " + size + " bytes; needed at most 2097152");
    }

    @Test
    void aBodyOfUnknownLengthIsReadNoFurther() {
        HttpClient client = HttpClient.newBuilder().sslContext(Trust.inCa()).build();
        byte[] body = " ".repeat(3 * MIB).getBytes(StandardCharsets.US_ASCII);
        HttpRequest request = HttpRequest.newBuilder(URI.create(Engine.people() + API + "/networks"))
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + administrator.token("{\"role\":\"admin\"}"))
                .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)))
                .build();
        Engine.Answer answer = Engine.send(client, request);
        isProblem(answer, 413);
        assertThat(answer.body().path("detail").asText())
                .isEqualTo("the body has more bytes than are read; needed at most 2097152");
    }

    @Test
    void aBodyOfAStrangerIsNotReadAtAll() {
        isProblem(Engine.anonymous().call("POST", "/networks", " ".repeat(3 * MIB)), 401);
    }

    /** The server turns these away before it knows what they are for; docs/api.md says so. */
    @ParameterizedTest
    @CsvSource({"GET /droveway/api/v1/%zz, 400", "GET /droveway/api/v1/a b, 400", "TRACE /droveway/api/v1/vms, 405"})
    void theServersOwnRefusalsHaveNoBody(String request, int status) throws IOException {
        assertThat(raw(request))
                .startsWith("HTTP/1.1 " + status + " ")
                .containsIgnoringCase("content-length: 0")
                .endsWith("\r\n\r\n");
    }

    private static String raw(String request) throws IOException {
        URI engine = URI.create(Engine.people());
        try (Socket socket = Trust.inCa().getSocketFactory().createSocket(engine.getHost(), engine.getPort())) {
            String head = request + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
        }
    }

    private static void isProblem(Engine.Answer answer, int status) {
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.type()).isEqualTo("application/problem+json");
        assertThat(answer.body().path("status").asInt()).isEqualTo(status);
        assertThat(answer.body().path("detail").asText()).doesNotContain("RESTEASY", "org.droveway");
    }
}
