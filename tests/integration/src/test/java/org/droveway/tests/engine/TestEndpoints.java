package org.droveway.tests.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.assertj.core.api.SoftAssertions;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Who may call what. The server is asked which endpoints there are, so one that is added is tried without a line here; what it
 * names is nobody's, so that nothing is changed by those who may.
 */
@ExtendWith(ArquillianExtension.class)
class TestEndpoints {
    private static final Set<String> FOR_ALL = Set.of("GET /health", "GET /openapi.json", "POST /sessions");
    private static final Set<String> FOR_HOSTS = Set.of("POST /enrolments", "GET /whoami");
    private static final Set<String> FOR_OPERATORS = Set.of(
            "POST /migrations", "POST /migrations/{id}/cancel", "PUT /vms/{vm}/policy", "DELETE /vms/{vm}/policy");
    private static final Set<String> FOR_EVERYBODY_WITH_A_NAME = Set.of("DELETE /sessions/current");

    private record Endpoint(String verb, String path, String consumed) {
        @Override
        public String toString() {
            return verb + " " + path;
        }

        boolean reads() {
            return verb.equals("GET");
        }
    }

    private final Engine administrator = Engine.administrator();
    private final List<Endpoint> endpoints = new ArrayList<>();

    @Deployment(testable = false)
    static EnterpriseArchive engine() {
        return EngineArchive.alsoServing(EndpointList.class);
    }

    @BeforeEach
    void askTheServer() {
        Engine.page("/droveway" + EndpointList.PATH).lines().forEach(line -> {
            String[] parts = line.split(" ", 3);
            endpoints.add(new Endpoint(parts[0], parts[1], parts[2]));
        });
        assertThat(endpoints)
                .extracting(Endpoint::toString)
                .contains("GET /health", "PUT /clusters/{cluster}/networks/{network}/roles/{role}", "GET /audit")
                .hasSizeGreaterThan(40);
    }

    @Test
    void withoutATokenThereIsAlmostNothing() {
        only(Engine.anonymous(), 401, endpoint -> FOR_ALL.contains(endpoint.toString()));
    }

    @Test
    void nothingMoreIsThereForAMadeUpToken() {
        only(Engine.withToken("dw_made-up"), 401, endpoint -> FOR_ALL.contains(endpoint.toString()));
    }

    @Test
    void nothingMoreIsThereForARevokedToken() {
        JsonNode token =
                administrator.call("POST", "/tokens", "{\"role\":\"admin\"}").body();
        Engine revoked = Engine.withToken(token.path("token").asText());
        assertThat(revoked.call("GET", "/whoami").status()).isEqualTo(200);
        administrator.call("DELETE", "/tokens/" + token.path("id").asText());
        only(revoked, 401, endpoint -> FOR_ALL.contains(endpoint.toString()));
    }

    @Test
    void nothingMoreIsThereForAnExpiredToken() {
        Engine expired = Engine.withToken(administrator.token("{\"role\":\"admin\",\"ttl\":\"PT0.000001S\"}"));
        only(expired, 401, endpoint -> FOR_ALL.contains(endpoint.toString()));
    }

    @Test
    void aViewerReadsEverythingAndChangesNothing() {
        only(token("{\"role\":\"viewer\"}"), 403, TestEndpoints::isForViewers);
    }

    @Test
    void anOperatorAlsoMigrates() {
        only(token("{\"role\":\"operator\"}"), 403, TestEndpoints::isForOperators);
    }

    @Test
    void thePermissionToOverrideOpensNoEndpoint() {
        Engine operator = token("{\"role\":\"operator\",\"permissions\":[\"migration-override\"]}");
        only(operator, 403, TestEndpoints::isForOperators);
    }

    @Test
    void anAdministratorMayDoEverythingButJoin() {
        only(administrator, 403, endpoint -> !endpoint.toString().equals("POST /enrolments"));
    }

    @Test
    void aTokenOfRoleEnrolmentLetsAHostJoinAndNothingElse() {
        Lab lab = new Lab(administrator);
        lab.create();
        only(
                Engine.withToken(lab.enrolmentToken()),
                403,
                endpoint -> FOR_ALL.contains(endpoint.toString()) || FOR_HOSTS.contains(endpoint.toString()));
    }

    @Test
    void whoIsTurnedAwayIsToldInAProblemDetail() {
        for (Endpoint endpoint : endpoints) {
            if (!FOR_ALL.contains(endpoint.toString())) {
                Engine.Answer answer = Engine.anonymous()
                        .call(endpoint.verb(), path(endpoint), body(endpoint), Engine.contentType(endpoint.consumed()));
                assertThat(answer.type()).as(endpoint.toString()).isEqualTo("application/problem+json");
                assertThat(answer.body().path("detail").asText())
                        .as(endpoint.toString())
                        .contains("Bearer");
            }
        }
    }

    /** The allowed ones are there, whatever they say of what is nobody's; all others answer with the status. */
    private void only(Engine engine, int refused, Predicate<Endpoint> allowed) {
        SoftAssertions.assertSoftly(softly -> endpoints.forEach(endpoint -> {
            int status = engine.status(
                    endpoint.verb(), path(endpoint), body(endpoint), Engine.contentType(endpoint.consumed()));
            if (allowed.test(endpoint)) {
                softly.assertThat(status)
                        .as(endpoint.toString())
                        .isNotIn(401, 403)
                        .isLessThan(500);
            } else {
                softly.assertThat(status).as(endpoint.toString()).isEqualTo(refused);
            }
        }));
    }

    private static boolean isForViewers(Endpoint endpoint) {
        return endpoint.reads()
                || FOR_ALL.contains(endpoint.toString())
                || FOR_EVERYBODY_WITH_A_NAME.contains(endpoint.toString());
    }

    private static boolean isForOperators(Endpoint endpoint) {
        return isForViewers(endpoint) || FOR_OPERATORS.contains(endpoint.toString());
    }

    private Engine token(String wish) {
        return Engine.withToken(administrator.token(wish));
    }

    private static String path(Endpoint endpoint) {
        return endpoint.path().replaceAll("\\{[^}]*}", "none");
    }

    private static @Nullable String body(Endpoint endpoint) {
        return endpoint.verb().equals("POST") || endpoint.verb().equals("PUT") ? "{}" : null;
    }
}
