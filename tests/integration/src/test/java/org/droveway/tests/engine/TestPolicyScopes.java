package org.droveway.tests.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.UUID;
import org.droveway.protocol.link.EngineMessage;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What data center, cluster and VM say, and what comes of it; from outside. */
@ExtendWith(ArquillianExtension.class)
class TestPolicyScopes {
    private static final String CLUSTER = "/clusters/" + Lab.CLUSTER + "/policy";
    private static final String DATA_CENTER = "/datacenters/" + Lab.DATA_CENTER + "/policy";

    private final Engine administrator = Engine.administrator();
    private final UUID vm = UUID.randomUUID();
    private final String host = "scopes-" + vm.toString().substring(0, 8);
    private final String ofVm = "/vms/" + vm + "/policy";
    private @Nullable ScriptedAgent agent;

    @Deployment(testable = false)
    static EnterpriseArchive engine() {
        return EngineArchive.delivered();
    }

    @BeforeEach
    void connect() {
        ScriptedAgent connected = Host.join(administrator, host, 61).connect();
        agent = connected;
        connected.hear(EngineMessage.Welcome.class);
        connected.say(ScriptedAgent.report(host, 61, ScriptedAgent.vm("vm-" + host, vm)));
        await().until(() -> administrator.call("GET", "/vms/" + vm).status() == 200);
    }

    @AfterEach
    void leave() {
        administrator.call("DELETE", CLUSTER);
        administrator.call("DELETE", DATA_CENTER);
        if (agent != null) {
            agent.hangUp();
        }
        administrator.call("DELETE", "/hosts/" + host);
    }

    @Test
    void everyScopeIsExplained() {
        put(DATA_CENTER, "{\"bandwidthMiBs\":200,\"transports\":[\"direct\",\"tunnel\"]}");
        put(CLUSTER, "{\"bandwidthMiBs\":100,\"postCopy\":false}");
        put(ofVm, "{\"bandwidthMiBs\":150}");
        JsonNode bandwidth = field("bandwidthMiBs");
        assertThat(bandwidth.path("value").asLong()).isEqualTo(100);
        assertThat(bandwidth.path("winner").path("scope").asText()).isEqualTo("cluster");
        assertThat(bandwidth.path("said").findValuesAsText("scope")).containsExactly("datacenter", "cluster", "vm");
        assertThat(bandwidth.path("said").findValues("value"))
                .extracting(JsonNode::asLong)
                .containsExactly(200L, 100L, 150L);
        assertThat(field("security").path("reason").asText()).isEqualTo("data center lab says secure");
        assertThat(field("transports").path("value")).hasSize(2);
        assertThat(effective().path("network").path("name").asText()).isEqualTo("migration");
    }

    @Test
    void everyChangeOfAnyScopeMakesANewVersionOfTheWhole() {
        long first = effective().path("policyVersion").asLong();
        put(DATA_CENTER, "{\"maxDowntimeMs\":300}");
        long second = effective().path("policyVersion").asLong();
        put(CLUSTER, "{\"maxDowntimeMs\":300}");
        long third = effective().path("policyVersion").asLong();
        put(ofVm, "{\"maxDowntimeMs\":300}");
        long fourth = effective().path("policyVersion").asLong();
        assertThat(new long[] {first, second, third, fourth}).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void aStatementTakenBackSaysNothingAndItsVersionGoesOn() {
        JsonNode said = put(CLUSTER, "{\"security\":\"secure\"}");
        JsonNode silent = administrator.call("DELETE", CLUSTER).body();
        assertThat(silent.has("security")).isFalse();
        assertThat(silent.path("version").asLong())
                .isGreaterThan(said.path("version").asLong());
        assertThat(silent.path("setBy").asText()).isEqualTo("first (admin)");
    }

    @Test
    void ofTwoWritersTheSecondLoses() {
        String seen = put(CLUSTER, "{\"bandwidthMiBs\":10}").path("version").asText();
        put(CLUSTER, "{\"bandwidthMiBs\":20}");
        Engine.Answer late = administrator.call(
                "PUT",
                CLUSTER,
                "{\"bandwidthMiBs\":30}",
                Map.of("Content-Type", "application/json", "If-Match", '"' + seen + '"'));
        assertThat(late.status()).isEqualTo(412);
        assertThat(administrator
                        .call("GET", CLUSTER)
                        .body()
                        .path("bandwidthMiBs")
                        .asLong())
                .isEqualTo(20);
    }

    @Test
    void anOperatorTightensAVmAndDoesNotLoosenIt() {
        Engine operator = Engine.withToken(administrator.token("{\"role\":\"operator\",\"name\":\"bob\"}"));
        assertThat(operator.call("PUT", ofVm, "{\"bandwidthMiBs\":50}").status())
                .isEqualTo(200);
        Engine.Answer looser = operator.call("DELETE", ofVm);
        assertThat(looser.status()).isEqualTo(409);
        assertThat(looser.body().path("refusals").path(0).path("found").asText())
                .contains("bandwidthMiBs", "bob");
        assertThat(administrator.call("GET", ofVm).body().path("bandwidthMiBs").asLong())
                .isEqualTo(50);
    }

    @Test
    void aVmIsWeakenedByLeaveAndWithAReasonOnly() {
        assertThat(administrator
                        .call("PUT", ofVm, "{\"security\":\"insecure\"}")
                        .status())
                .isEqualTo(409);
        JsonNode weakened = put(ofVm, "{\"security\":\"insecure\",\"reason\":\"a benchmark\"}");
        assertThat(weakened.path("weakening").asBoolean()).isTrue();
        assertThat(field("security").path("value").asText()).isEqualTo("insecure");
        assertThat(field("security").path("reason").asText()).contains("weakens", "a benchmark");
    }

    @Test
    void theSecurityOfADataCenterHasOnePlace() {
        Engine.Answer answer = administrator.call("PUT", DATA_CENTER, "{\"security\":\"secure\"}");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body().path("detail").asText()).contains("/migration");
    }

    @Test
    void everyFieldOutOfBoundsIsNamed() {
        Engine.Answer answer = administrator.call(
                "PUT", CLUSTER, "{\"bandwidthMiBs\":0,\"parallelConnections\":256,\"transports\":[]}");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body().path("detail").asText())
                .contains("bandwidthMiBs is 0", "parallelConnections is 256", "transports is empty");
    }

    private JsonNode put(String path, String body) {
        Engine.Answer answer = administrator.call("PUT", path, body);
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
        return answer.body();
    }

    private JsonNode effective() {
        return administrator.call("GET", "/vms/" + vm + "/effective-policy").body();
    }

    private JsonNode field(String name) {
        for (JsonNode field : effective().path("fields")) {
            if (field.path("field").asText().equals(name)) {
                return field;
            }
        }
        throw new AssertionError("no field " + name);
    }
}
