package org.droveway.tests.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.droveway.protocol.MigrationState;
import org.droveway.protocol.host.VmReport;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What stays as it is while VMs of a cluster migrate, and what an administrator is told who would change it; from outside. */
@ExtendWith(ArquillianExtension.class)
class TestClusterMigrating {
    private final Engine administrator = Engine.administrator();
    private final OwnCluster cluster = new OwnCluster(administrator);
    private final List<VmReport> vms = List.of(
            ScriptedAgent.vm(cluster.named("vm1"), UUID.randomUUID()),
            ScriptedAgent.vm(cluster.named("vm2"), UUID.randomUUID()));
    private @Nullable ScriptedSource source;
    private final String range = "/networks/" + cluster.named("migration");
    private final String pin = "/hosts/" + cluster.named("h52") + "/pins/" + cluster.named("migration");

    @Deployment(testable = false)
    static EnterpriseArchive engine() {
        return EngineArchive.delivered();
    }

    @BeforeEach
    void prepare() {
        cluster.network("migration", "10.62.0.0/24", 1500, true);
        cluster.network("spare", "10.61.0.0/24", 1500, false);
        cluster.host(52);
        cluster.done(200, "PUT", pin, "{\"address\":\"10.62.0.52\"}");
    }

    @AfterEach
    void leave() {
        cluster.close();
    }

    @Test
    void everyChangeThatWouldDisturbThemIsRefusedWithTheListOfThem() {
        cluster.done(200, "PUT", cluster.role("migration"), "");
        List<String> migrations = start("");
        refused(migrations, "PUT", cluster.role("spare"), "");
        refused(migrations, "DELETE", cluster.role("migration"), "");
        refused(migrations, "DELETE", cluster.path("migration"), "");
        refused(migrations, "DELETE", range, "");
        refused(migrations, "PUT", range, "{\"cidr\":\"10.62.0.0/16\",\"mtu\":1500}");
        refused(migrations, "DELETE", pin, "");
        refused(migrations, "PUT", pin, "{\"address\":\"10.62.0.53\"}");
        assertThat(cluster.get(range).path("roles").path(0).asText()).isEqualTo("migration");
        assertThat(cluster.get(range).path("cidr").asText()).isEqualTo("10.62.0.0/24");
        assertThat(cluster.get("/hosts/" + cluster.named("h52")).path("pins").findValuesAsText("address"))
                .containsExactly("10.62.0.52");
    }

    @Test
    void theRoleIsNotGrantedEitherWhereTheClusterHasNone() {
        List<String> migrations = start(",\"network\":\"" + cluster.named("migration") + "\"");
        refused(migrations, "PUT", cluster.role("migration"), "");
        refused(migrations, "PUT", cluster.role("spare"), "");
        refused(migrations, "DELETE", cluster.path("migration"), "");
        assertThat(cluster.get(range).path("roles")).isEmpty();
    }

    @Test
    void thePreviewTellsOfThemToo() {
        cluster.done(200, "PUT", cluster.role("migration"), "");
        List<String> migrations = start("");
        names(migrations, preview("PUT", "spare"));
        names(migrations, preview("DELETE", "migration"));
    }

    @Test
    void whatDisturbsNoneIsDone() {
        cluster.done(200, "PUT", cluster.role("migration"), "");
        start("");
        cluster.done(200, "PUT", cluster.role("migration"), "");
        cluster.done(200, "PUT", cluster.path("spare") + "/roles/vm", "");
        cluster.done(200, "PUT", "/networks/" + cluster.named("spare"), "{\"cidr\":\"10.61.0.0/16\",\"mtu\":9000}");
        cluster.done(204, "DELETE", cluster.path("spare"), "");
    }

    @Test
    void itIsDoneWhenTheyHaveEnded() {
        cluster.done(200, "PUT", cluster.role("migration"), "");
        List<String> migrations = start("");
        end(migrations.get(0), 3);
        refused(migrations.subList(1, 2), "PUT", cluster.role("spare"), "");
        end(migrations.get(1), 4);
        cluster.done(200, "PUT", cluster.role("spare"), "");
        cluster.done(200, "DELETE", pin, "");
        cluster.done(200, "PUT", range, "{\"cidr\":\"10.62.0.0/16\",\"mtu\":1500}");
        cluster.done(200, "DELETE", cluster.role("spare"), "");
        cluster.done(204, "DELETE", cluster.path("migration"), "");
        cluster.done(204, "DELETE", range, "");
    }

    /** Both VMs are being copied from h51 to h52; the migrations' ids, oldest first. */
    private List<String> start(String wish) {
        ScriptedAgent agent = cluster.host(51, vms.toArray(VmReport[]::new));
        ScriptedSource moving = new ScriptedSource(agent, administrator);
        source = moving;
        List<String> migrations = new ArrayList<>();
        for (VmReport vm : vms) {
            String order = "{\"vm\":\"%s\",\"host\":\"%s\"%s}".formatted(vm.id(), cluster.named("h52"), wish);
            String id =
                    cluster.done(202, "POST", "/migrations", order).path("id").asText();
            moving.agree();
            migrations.add(id);
            moving.step(migrations.size(), id, MigrationState.COPYING, cluster.named("h51"));
            moving.awaitState(id, "COPYING");
        }
        return migrations;
    }

    private void end(String migration, long sequence) {
        ScriptedSource moving = Objects.requireNonNull(source);
        moving.step(sequence, migration, MigrationState.COMPLETED, cluster.named("h52"));
        moving.awaitState(migration, "COMPLETED");
    }

    private JsonNode preview(String method, String network) {
        return cluster.done(200, method, cluster.role(network) + "?dryRun=true", "")
                .path("errors");
    }

    private void refused(List<String> migrations, String method, String path, String body) {
        names(migrations, cluster.done(409, method, path, body).path("refusals"));
    }

    private void names(List<String> migrations, JsonNode refusals) {
        assertThat(refusals.findValuesAsText("code")).containsOnly("CLUSTER_MIGRATING");
        assertThat(refusals.findValuesAsText("object"))
                .containsExactlyElementsOf(
                        migrations.stream().map(id -> "migration " + id).toList());
        assertThat(refusals).allSatisfy(refusal -> {
            assertThat(refusal.path("found").asText()).contains(cluster.named("h51"), cluster.named("h52"));
            assertThat(refusal.path("needed").asText()).contains(cluster.name);
            assertThat(refusal.path("remedy").asText()).contains("drovectl migration cancel");
        });
    }
}
