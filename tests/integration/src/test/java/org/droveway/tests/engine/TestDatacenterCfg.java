package org.droveway.tests.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.droveway.protocol.Json;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A data center's datacenter.cfg: imported, exported, and edited by several at once. */
@ExtendWith(ArquillianExtension.class)
class TestDatacenterCfg {
    private static final String FILE = "# caf\u00e9\r\nkeyboard: de\n\n migration:\tsecure,network=10.77.0.1/24 \r\n"
            + "replication: insecure\n\u0000 what is this";

    private final Engine administrator = Engine.administrator();
    private final String name = "cfg" + UUID.randomUUID().toString().substring(0, 8);
    private final CfgClient cfg = new CfgClient(name, administrator.token("{\"role\":\"admin\"}"));

    @Deployment(testable = false)
    static EnterpriseArchive engine() {
        return EngineArchive.delivered();
    }

    @BeforeEach
    void makeDataCenter() {
        administrator.call("POST", "/datacenters", "{\"name\":\"" + name + "\"}");
    }

    @AfterEach
    void removeDataCenter() {
        administrator.call("DELETE", "/datacenters/" + name);
    }

    @Test
    void whatIsImportedIsExportedByteForByte() {
        assertThat(cfg.put(FILE, "*").status()).isEqualTo(200);
        assertThat(cfg.content()).isEqualTo(FILE);
        assertThat(cfg.get().type()).startsWith("text/plain");
    }

    @Test
    void theETagIsTheFilesDigestInBothAnswers() {
        CfgClient.Answer imported = cfg.put("", "*");
        assertThat(imported.etag()).isEqualTo("\"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855\"");
        assertThat(cfg.get().etag()).isEqualTo(imported.etag());
    }

    @Test
    void theImportedPolicyIsInForce() {
        cfg.put(FILE, "*");
        assertThat(dataCenter().path("migration").asText()).isEqualTo("secure,network=10.77.0.1/24");
        assertThat(dataCenter().path("migrationType").asText()).isEqualTo("secure");
        assertThat(dataCenter().path("migrationNetwork").asText()).isEqualTo("10.77.0.1/24");
    }

    @Test
    void theOldKeyIsInForceToo() {
        cfg.put("migration_unsecure: 1\n", "*");
        assertThat(dataCenter().path("migrationType").asText()).isEqualTo("insecure");
        assertThat(cfg.content()).isEqualTo("migration_unsecure: 1\n");
    }

    @Test
    void aFileWithoutThePolicyUnsetsIt() {
        cfg.put(FILE, "*");
        cfg.put("keyboard: de\n", "*");
        assertThat(dataCenter().has("migration")).isFalse();
    }

    @Test
    void aPolicyThatIsSetElsewhereChangesItsLineAndNothingElse() {
        cfg.put(FILE, "*");
        setPolicy("insecure");
        assertThat(cfg.content()).isEqualTo(FILE.replace("secure,network=10.77.0.1/24", "insecure"));
    }

    @Test
    void aPolicyThatIsUnsetElsewhereTakesItsLineWithIt() {
        cfg.put(FILE, "*");
        administrator.call("DELETE", "/datacenters/" + name + "/migration");
        assertThat(cfg.content()).isEqualTo(FILE.replace(" migration:\tsecure,network=10.77.0.1/24 \r\n", ""));
    }

    @Test
    void whereNothingWasImportedThereIsThePolicy() {
        assertThat(cfg.content()).isEmpty();
        setPolicy("secure");
        assertThat(cfg.content()).isEqualTo("migration: secure\n");
    }

    @Test
    void aFileWithErrorsChangesNothingAndNamesThemAll() throws JsonProcessingException {
        cfg.put(FILE, "*");
        JsonNode before = dataCenter();
        CfgClient.Answer answer = cfg.put("migration: Secure\nmigration: secure,network=eth0 # x\n", "*");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.type()).isEqualTo("application/problem+json");
        JsonNode problem = Json.mapper().readTree(answer.body());
        assertThat(problem.path("errors")).hasSize(4);
        assertThat(problem.at("/errors/0/line").asInt()).isEqualTo(1);
        assertThat(problem.at("/errors/0/column").asInt()).isEqualTo(12);
        assertThat(problem.at("/errors/0/found").asText()).isEqualTo("Secure");
        assertThat(problem.at("/errors/0/needed").asText()).isEqualTo("'secure' in lower case");
        assertThat(problem.path("detail").asText()).contains("line 2, column 27: 'eth0'", "line 2, column 1: ");
        assertThat(cfg.content()).isEqualTo(FILE);
        assertThat(dataCenter()).isEqualTo(before);
    }

    @Test
    void whatSpeaksAgainstTheCidrIsAWarning() throws JsonProcessingException {
        administrator.call("POST", "/clusters", "{\"name\":\"" + name + "\",\"datacenter\":\"" + name + "\"}");
        CfgClient.Answer answer = cfg.put(FILE, "*");
        administrator.call("DELETE", "/clusters/" + name);
        assertThat(answer.status()).isEqualTo(200);
        JsonNode imported = Json.mapper().readTree(answer.body());
        assertThat(imported.path("name").asText()).isEqualTo(name);
        assertThat(imported.path("migrationNetwork").asText()).isEqualTo("10.77.0.1/24");
        assertThat(imported.path("warnings").findValuesAsText("found"))
                .containsExactly(
                        "none of its networks has the CIDR 10.77.0.0/24",
                        "0 of its 0 hosts can migrate in 10.77.0.0/24");
    }

    @Test
    void aPolicyThatIsSetAloneHasTheSameWarnings() throws JsonProcessingException {
        administrator.call("POST", "/clusters", "{\"name\":\"" + name + "\",\"datacenter\":\"" + name + "\"}");
        JsonNode set = administrator
                .call("PUT", "/datacenters/" + name + "/migration", "{\"migration\":\"secure,network=10.77.0.1/24\"}")
                .body();
        JsonNode imported = Json.mapper().readTree(cfg.put(FILE, "*").body());
        administrator.call("DELETE", "/clusters/" + name);
        assertThat(set.path("warnings")).hasSize(2).isEqualTo(imported.path("warnings"));
        assertThat(set.path("migrationNetwork").asText()).isEqualTo("10.77.0.1/24");
    }

    @Test
    void whoDoesNotSayWhatIsReplacedIsAsked() {
        CfgClient.Answer answer = cfg.put(FILE, null);
        assertThat(answer.status()).isEqualTo(428);
        assertThat(answer.body()).contains("If-Match is missing");
        assertThat(cfg.content()).isEmpty();
    }

    @Test
    void anETagThatIsNoneIsNamed() {
        assertThat(cfg.put(FILE, "\"7\"").status()).isEqualTo(400);
        assertThat(cfg.content()).isEmpty();
    }

    @Test
    void whoSawAnotherFileIsTold() {
        String seen = cfg.get().etag();
        assertThat(cfg.put("keyboard: de\n", seen).status()).isEqualTo(200);
        CfgClient.Answer late = cfg.put("keyboard: fr\n", seen);
        assertThat(late.status()).isEqualTo(412);
        assertThat(late.body()).contains("datacenter.cfg of data center " + name, "read it again");
        assertThat(cfg.content()).isEqualTo("keyboard: de\n");
    }

    @Test
    void aPolicyThatIsSetElsewhereMakesAnotherFile() {
        String seen = cfg.get().etag();
        setPolicy("insecure");
        assertThat(cfg.put("migration: secure\n", seen).status()).isEqualTo(412);
        assertThat(dataCenter().path("migration").asText()).isEqualTo("insecure");
    }

    @Test
    void ofTwoConcurrentEditsOneIsTold() throws Exception {
        ExecutorService two = Executors.newFixedThreadPool(2);
        try {
            for (int round = 0; round < 25; round++) {
                String seen = cfg.get().etag();
                String file = "keyboard: " + round + "\nmigration: secure\n";
                CyclicBarrier start = new CyclicBarrier(2);
                List<Future<Integer>> edits = new ArrayList<>();
                for (String editor : List.of("a", "b")) {
                    edits.add(two.submit(() -> {
                        start.await();
                        return cfg.put(file + "# " + editor + "\n", seen).status();
                    }));
                }
                List<Integer> statuses =
                        List.of(edits.get(0).get(), edits.get(1).get());
                assertThat(statuses).as("round " + round).containsExactlyInAnyOrder(200, 412);
                String winner = statuses.get(0) == 200 ? "a" : "b";
                assertThat(cfg.content()).isEqualTo(file + "# " + winner + "\n");
            }
        } finally {
            two.shutdownNow();
        }
    }

    @Test
    void anImportAndAPolicySetElsewhereNeverMix() throws Exception {
        ExecutorService two = Executors.newFixedThreadPool(2);
        try {
            for (int round = 0; round < 25; round++) {
                cfg.put("migration: secure\n", "*");
                CyclicBarrier start = new CyclicBarrier(2);
                String seen = cfg.get().etag();
                Future<Integer> edit = two.submit(() -> {
                    start.await();
                    return cfg.put("# edited\nmigration: secure,network=10.77.0.0/24\n", seen)
                            .status();
                });
                Future<Integer> set = two.submit(() -> {
                    start.await();
                    return setPolicy("insecure");
                });
                assertThat(set.get()).isEqualTo(200);
                assertThat(cfg.content())
                        .as("round " + round)
                        .isEqualTo((edit.get() == 200 ? "# edited\n" : "") + "migration: insecure\n");
            }
        } finally {
            two.shutdownNow();
        }
    }

    @Test
    void aNewDataCenterOfTheSameNameHasNoneOfIt() {
        cfg.put(FILE, "*");
        removeDataCenter();
        assertThat(cfg.get().status()).isEqualTo(404);
        makeDataCenter();
        assertThat(cfg.content()).isEmpty();
    }

    private int setPolicy(String policy) {
        return administrator
                .call("PUT", "/datacenters/" + name + "/migration", "{\"migration\":\"" + policy + "\"}")
                .status();
    }

    private JsonNode dataCenter() {
        return administrator.call("GET", "/datacenters/" + name).body();
    }
}
