package org.droveway.tests.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What no method of the API takes is answered like every other error: with a problem detail in our words. */
@ExtendWith(ArquillianExtension.class)
class TestProblems {
    private static final String API = "/droveway/api/v1";

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

    private static void isProblem(Engine.Answer answer, int status) {
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.type()).isEqualTo("application/problem+json");
        assertThat(answer.body().path("status").asInt()).isEqualTo(status);
        assertThat(answer.body().path("detail").asText()).doesNotContain("RESTEASY", "org.droveway");
    }
}
