package org.droveway.tests.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What wrong requests are told; from outside, over TLS. */
@ExtendWith(ArquillianExtension.class)
class TestApi {
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
    void ofTwoWhoReadTheSameNetworkTheSecondIsTold() {
        administrator.call("POST", "/networks", "{\"name\":\"edited\",\"cidr\":\"10.1.5.0/24\",\"mtu\":1500}");
        Map<String, String> seen = Map.of("Content-Type", "application/json", "If-Match", "\"10.1.5.0/24,1500\"");
        String first = "{\"cidr\":\"10.1.5.0/24\",\"mtu\":9000}";
        assertThat(administrator.call("PUT", "/networks/edited", first, seen).status())
                .isEqualTo(200);
        Engine.Answer second =
                administrator.call("PUT", "/networks/edited", "{\"cidr\":\"10.1.6.0/24\",\"mtu\":1500}", seen);
        assertThat(second.status()).isEqualTo(412);
        assertThat(second.body().path("detail").asText()).contains("it is 10.1.5.0/24,9000 now");
    }

    @Test
    void whatOverlapsWithTheMigrationNetworkIsNotAttached() {
        String clusters = "/clusters/overlapped";
        administrator.call("POST", "/datacenters", "{\"name\":\"overlapped\"}");
        administrator.call("POST", "/clusters", "{\"name\":\"overlapped\",\"datacenter\":\"overlapped\"}");
        Map.of("narrow", "10.1.7.0/25", "wide", "10.1.7.0/24")
                .forEach((name, cidr) -> administrator.call(
                        "POST", "/networks", "{\"name\":\"" + name + "\",\"cidr\":\"" + cidr + "\",\"mtu\":1500}"));
        administrator.call("PUT", clusters + "/networks/narrow", "{\"required\":false}");
        administrator.call("PUT", clusters + "/networks/narrow/roles/migration");
        Engine.Answer answer = administrator.call("PUT", clusters + "/networks/wide", "{\"required\":false}");
        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.body().at("/refusals/0/code").asText()).isEqualTo("NETWORKS_OVERLAP");
        assertThat(administrator.call("GET", clusters).body().path("networks")).hasSize(1);
        administrator.call("DELETE", clusters + "/networks/narrow/roles/migration");
        assertThat(administrator
                        .call("PUT", clusters + "/networks/wide", "{\"required\":false}")
                        .status())
                .isEqualTo(200);
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
}
