package org.droveway.tests.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Who may call what, and what wrong requests are told; from outside, over TLS. */
@ExtendWith(ArquillianExtension.class)
class TestApi {
    private static final String NOBODY = UUID.randomUUID().toString();

    /** Method and path; with what nobody has, so that nothing is changed by those who may. */
    private static final List<String> FOR_READERS = List.of(
            "GET /datacenters",
            "GET /datacenters/none",
            "GET /datacenters/none/datacenter.cfg",
            "GET /clusters",
            "GET /clusters/none",
            "GET /networks",
            "GET /networks/none",
            "GET /hosts",
            "GET /hosts/none",
            "GET /vms",
            "GET /vms/none",
            "GET /vms/none/effective-policy",
            "GET /datacenters/none/policy",
            "GET /clusters/none/policy",
            "GET /vms/none/policy",
            "PUT /vms/none/policy",
            "DELETE /vms/none/policy",
            "GET /migrations",
            "GET /migrations/" + NOBODY,
            "POST /migrations",
            "POST /migrations/" + NOBODY + "/cancel");

    private static final List<String> FOR_ADMINISTRATORS = List.of(
            "GET /tokens",
            "POST /tokens",
            "DELETE /tokens/" + NOBODY,
            "POST /datacenters",
            "PUT /datacenters/none/migration",
            "DELETE /datacenters/none/migration",
            "PUT /datacenters/none/policy",
            "DELETE /datacenters/none/policy",
            "PUT /clusters/none/policy",
            "DELETE /clusters/none/policy",
            "PUT /datacenters/none/datacenter.cfg",
            "DELETE /datacenters/none",
            "POST /clusters",
            "DELETE /clusters/none",
            "POST /networks",
            "PUT /networks/none",
            "DELETE /networks/none",
            "PUT /clusters/none/networks/none",
            "DELETE /clusters/none/networks/none",
            "PUT /clusters/none/networks/none/roles/migration",
            "DELETE /clusters/none/networks/none/roles/migration",
            "PUT /hosts/none/mode",
            "PUT /hosts/none/pins/none",
            "DELETE /hosts/none/pins/none",
            "DELETE /hosts/none");

    private final Engine administrator = Engine.administrator();

    @Deployment(testable = false)
    static EnterpriseArchive engine() {
        return EngineArchive.delivered();
    }

    @Test
    void healthNeedsNoToken() {
        Engine.Answer answer = Engine.anonymous().call("GET", "/health");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().path("status").asText()).isEqualTo("up");
        assertThat(answer.body().path("version").asText()).isNotBlank();
    }

    @Test
    void nothingElseIsThereWithoutAToken() {
        eachIs(Engine.anonymous(), 401, everything());
    }

    @Test
    void nothingIsThereForAMadeUpToken() {
        eachIs(Engine.withToken("dw_made-up"), 401, everything());
    }

    @Test
    void nothingIsThereForARevokedToken() {
        JsonNode token =
                administrator.call("POST", "/tokens", "{\"role\":\"admin\"}").body();
        Engine revoked = Engine.withToken(token.path("token").asText());
        assertThat(revoked.call("GET", "/whoami").status()).isEqualTo(200);
        administrator.call("DELETE", "/tokens/" + token.path("id").asText());
        eachIs(revoked, 401, everything());
    }

    @Test
    void aTokenKeepsTheNameItWasMadeFor() {
        JsonNode made = administrator
                .call("POST", "/tokens", "{\"role\":\"operator\",\"name\":\"alice\"}")
                .body();
        assertThat(made.path("name").asText()).isEqualTo("alice");
        assertThat(Engine.withToken(made.path("token").asText())
                        .call("GET", "/whoami")
                        .body()
                        .path("name")
                        .asText())
                .isEqualTo("alice");
        assertThat(administrator
                        .call("POST", "/tokens", "{\"role\":\"operator\",\"name\":\"a b\"}")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void nothingIsThereForAnExpiredToken() {
        Engine expired = Engine.withToken(administrator.token("{\"role\":\"admin\",\"ttl\":\"PT0.000001S\"}"));
        eachIs(expired, 401, everything());
    }

    @Test
    void anOperatorReadsAndMigrates() {
        Engine operator = Engine.withToken(administrator.token("{\"role\":\"operator\"}"));
        SoftAssertions.assertSoftly(softly -> FOR_READERS.forEach(call ->
                softly.assertThat(call(operator, call).status()).as(call).isNotIn(401, 403, 500)));
        eachIs(operator, 403, FOR_ADMINISTRATORS);
    }

    @Test
    void anAdministratorMayDoEverythingButJoin() {
        SoftAssertions.assertSoftly(softly -> everything().stream()
                .filter(call -> !call.contains("/enrolments"))
                .forEach(call -> softly.assertThat(call(administrator, call).status())
                        .as(call)
                        .isNotIn(401, 403, 500)));
        eachIs(administrator, 403, List.of("POST /enrolments"));
    }

    @Test
    void aTokenOfRoleEnrolmentDoesNothingElse() {
        new Lab(administrator).create();
        Engine host =
                Engine.withToken(administrator.token("{\"role\":\"enrolment\",\"cluster\":\"" + Lab.CLUSTER + "\"}"));
        eachIs(host, 403, FOR_READERS);
        eachIs(host, 403, FOR_ADMINISTRATORS);
    }

    @Test
    void everyErrorIsAProblemDetail() {
        for (String call : everything()) {
            Engine.Answer answer = call(Engine.anonymous(), call);
            assertThat(answer.type()).as(call).isEqualTo("application/problem+json");
            assertThat(answer.body().path("status").asInt()).as(call).isEqualTo(401);
            assertThat(answer.body().path("detail").asText()).as(call).contains("Bearer");
        }
    }

    @Test
    void aNetworkWithHostBitsIsToldWhichNetworkWasMeant() {
        Engine.Answer answer = administrator.call(
                "POST", "/networks", "{\"name\":\"hostbits\",\"cidr\":\"10.1.2.3/24\",\"mtu\":1500}");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body().path("detail").asText()).contains("10.1.2.3/24", "10.1.2.0/24");
        assertThat(administrator.call("GET", "/networks/hostbits").status()).isEqualTo(404);
    }

    @Test
    void aNetworkKeepsItsRangeWhenTheNewOneHasHostBits() {
        administrator.call("POST", "/networks", "{\"name\":\"kept\",\"cidr\":\"10.1.3.0/24\",\"mtu\":1500}");
        JsonNode before = administrator.call("GET", "/networks/kept").body();
        Engine.Answer answer = administrator.call("PUT", "/networks/kept", "{\"cidr\":\"10.1.4.1/24\",\"mtu\":1500}");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body().path("detail").asText())
                .isEqualTo(
                        "network kept: cidr '10.1.4.1/24' has host bits (bits beyond the prefix); needed 10.1.4.0/24");
        assertThat(administrator.call("GET", "/networks/kept").body()).isEqualTo(before);
    }

    @Test
    void aMisspeltFieldIsNamed() {
        Engine.Answer answer = administrator.call("POST", "/datacenters", "{\"nmae\":\"x\"}");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body().path("detail").asText()).contains("nmae");
    }

    @Test
    void aPolicyWithATypoChangesNothing() {
        new Lab(administrator).create();
        String path = "/datacenters/" + Lab.DATA_CENTER;
        JsonNode before = administrator.call("GET", path).body();
        Engine.Answer answer = administrator.call("PUT", path + "/migration", "{\"migration\":\"secur\"}");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body().path("detail").asText()).contains("'secur'", "'secure'");
        assertThat(administrator.call("GET", path).body()).isEqualTo(before);
    }

    @Test
    void aNameThatIsTakenIsRefused() {
        new Lab(administrator).create();
        Engine.Answer answer = administrator.call("POST", "/datacenters", "{\"name\":\"" + Lab.DATA_CENTER + "\"}");
        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.body().path("refusals").path(0).path("code").asText()).isEqualTo("NAME_TAKEN");
    }

    @Test
    void anUnknownVmIsNotFound() {
        Engine.Answer answer = administrator.call("POST", "/migrations", "{\"vm\":\"ghost\"}");
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.body().path("detail").asText()).contains("ghost");
    }

    private static void eachIs(Engine engine, int status, List<String> calls) {
        SoftAssertions.assertSoftly(softly -> calls.forEach(
                call -> softly.assertThat(call(engine, call).status()).as(call).isEqualTo(status)));
    }

    private static Engine.Answer call(Engine engine, String call) {
        int space = call.indexOf(' ');
        String method = call.substring(0, space);
        boolean withBody = method.equals("POST") || method.equals("PUT");
        return engine.call(method, call.substring(space + 1), withBody ? "{}" : null);
    }

    private static List<String> everything() {
        return Stream.of(FOR_READERS, FOR_ADMINISTRATORS, List.of("POST /enrolments", "GET /whoami"))
                .flatMap(List::stream)
                .toList();
    }
}
