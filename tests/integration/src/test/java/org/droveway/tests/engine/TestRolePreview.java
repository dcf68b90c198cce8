package org.droveway.tests.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What an administrator is told before the migration role is changed, and what the change then does; from outside. */
@ExtendWith(ArquillianExtension.class)
class TestRolePreview {
    private final Engine administrator = Engine.administrator();
    private final OwnCluster cluster = new OwnCluster(administrator);

    @Deployment(testable = false)
    static EnterpriseArchive engine() {
        return EngineArchive.delivered();
    }

    @BeforeEach
    void connect() {
        cluster.host(51);
        cluster.host(99);
    }

    @AfterEach
    void leave() {
        cluster.close();
    }

    @Test
    void eachHostIsToldWithTheAddressItWouldUse() {
        cluster.network("migration", "10.62.0.0/24", 1500, true);
        JsonNode preview = preview("PUT", "migration");
        assertThat(preview.path("cluster").asText()).isEqualTo(cluster.name);
        assertThat(preview.path("network").asText()).isEqualTo(cluster.named("migration"));
        JsonNode first = preview.path("hosts").path(0);
        assertThat(first.path("host").asText()).isEqualTo(cluster.named("h51"));
        assertThat(first.path("address").asText()).isEqualTo("10.62.0.51");
        assertThat(first.path("nic").asText()).isEqualTo("mig0");
        assertThat(first.path("mtu").asInt()).isEqualTo(1500);
        assertThat(first.path("reason").asText()).contains("only usable address in 10.62.0.0/24");
        assertThat(preview.path("hosts").findValuesAsText("address")).containsExactly("10.62.0.51", "10.62.0.99");
        assertThat(preview.path("errors")).isEmpty();
        assertThat(preview.path("warnings")).isEmpty();
    }

    @Test
    void aHostWithoutAnAddressIsToldWithTheReason() {
        cluster.network("half", "10.62.0.48/28", 1500, true);
        JsonNode preview = preview("PUT", "half");
        JsonNode without = preview.path("hosts").path(1);
        assertThat(without.path("host").asText()).isEqualTo(cluster.named("h99"));
        assertThat(without.has("address")).isFalse();
        assertThat(without.path("reason").asText()).isEqualTo("no address in 10.62.0.48/28");
        assertThat(codes(preview, "warnings")).containsExactly("HOST_WITHOUT_ADDRESS");
        assertThat(preview.path("warnings").path(0).path("object").asText()).isEqualTo("host " + cluster.named("h99"));
        assertThat(preview.path("errors")).isEmpty();
    }

    @Test
    void aPreviewChangesNothing() {
        cluster.network("migration", "10.62.0.0/24", 1500, true);
        JsonNode before = cluster.get("/networks/" + cluster.named("migration"));
        String entries = newest();
        preview("PUT", "migration");
        assertThat(cluster.get("/networks/" + cluster.named("migration"))).isEqualTo(before);
        assertThat(newest()).isEqualTo(entries);
    }

    @Test
    void everyErrorIsToldAndTheGrantIsRefusedWithTheSame() {
        cluster.network("wide", "10.62.0.0/16", 1500, false);
        cluster.network("one", "10.62.0.51/32", 9000, true);
        JsonNode preview = preview("PUT", "one");
        assertThat(codes(preview, "errors")).containsExactly("NETWORKS_OVERLAP", "TOO_FEW_ADDRESSES", "MTU_DIFFERS");
        Engine.Answer grant = administrator.call("PUT", cluster.role("one"));
        assertThat(grant.status()).isEqualTo(409);
        assertThat(grant.body().path("refusals")).isEqualTo(preview.path("errors"));
        assertThat(cluster.get("/networks/" + cluster.named("one")).path("roles"))
                .isEmpty();
    }

    @Test
    void anotherMtuIsAnErrorOnARequiredNetwork() {
        cluster.network("jumbo", "10.62.0.0/24", 9000, true);
        JsonNode preview = preview("PUT", "jumbo");
        assertThat(codes(preview, "errors")).containsExactly("MTU_DIFFERS", "MTU_DIFFERS");
        assertThat(preview.path("errors").path(0).path("found").asText()).isEqualTo("mig0 has MTU 1500 bytes");
        assertThat(preview.path("warnings")).isEmpty();
        assertThat(administrator.call("PUT", cluster.role("jumbo")).status()).isEqualTo(409);
    }

    @Test
    void whatIsOnlyAWarningDoesNotKeepTheRoleFromBeingGranted() {
        cluster.network("jumbo", "10.62.0.0/24", 9000, false);
        administrator.call("PUT", cluster.path("jumbo") + "/roles/vm");
        JsonNode preview = preview("PUT", "jumbo");
        assertThat(preview.path("errors")).isEmpty();
        assertThat(codes(preview, "warnings")).containsExactly("MTU_DIFFERS", "MTU_DIFFERS", "VMS_ON_NETWORK");
        JsonNode granted = cluster.done(200, "PUT", cluster.role("jumbo"), "");
        assertThat(granted.path("roles")).extracting(JsonNode::asText).containsExactlyInAnyOrder("migration", "vm");
    }

    @Test
    void revokingShowsTheAddressesInThePolicysRange() {
        cluster.network("migration", "10.62.0.0/24", 1500, true);
        cluster.done(200, "PUT", cluster.role("migration"), "");
        JsonNode none = preview("DELETE", "migration");
        assertThat(none.has("network")).isFalse();
        assertThat(none.path("hosts").findValuesAsText("address")).isEmpty();
        assertThat(codes(none, "warnings")).containsExactly("HOST_WITHOUT_ADDRESS", "HOST_WITHOUT_ADDRESS");
        cluster.done(
                200,
                "PUT",
                "/datacenters/" + cluster.name + "/migration",
                "{\"migration\":\"secure,network=10.61.0.0/24\"}");
        JsonNode policys = preview("DELETE", "migration");
        assertThat(policys.path("network").asText()).isEqualTo("10.61.0.0/24");
        assertThat(policys.path("hosts").findValuesAsText("address")).containsExactly("10.61.0.51", "10.61.0.99");
        assertThat(cluster.get("/networks/" + cluster.named("migration")).path("roles"))
                .extracting(JsonNode::asText)
                .containsExactly("migration");
    }

    @Test
    void onlyTheMigrationRoleHasAPreview() {
        cluster.network("guests", "10.63.0.0/24", 1500, true);
        Engine.Answer answer = administrator.call("PUT", cluster.path("guests") + "/roles/vm?dryRun=true");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(cluster.get("/networks/" + cluster.named("guests")).path("roles"))
                .isEmpty();
    }

    @Test
    void aNetworkThatTheClusterDoesNotHaveIsNamed() {
        Engine.Answer answer = administrator.call("PUT", cluster.role("ghost") + "?dryRun=true");
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.body().path("detail").asText()).contains(cluster.named("ghost"), cluster.name);
    }

    private JsonNode preview(String method, String network) {
        Engine.Answer answer = administrator.call(method, cluster.role(network) + "?dryRun=true");
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
        return answer.body();
    }

    private static List<String> codes(JsonNode preview, String kind) {
        return preview.path(kind).findValuesAsText("code");
    }

    private String newest() {
        return cluster.get("/audit/head").toString();
    }
}
