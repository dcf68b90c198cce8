package org.droveway.tests.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.droveway.protocol.Json;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Who did what is written down with what was done, in one chain. */
@ExtendWith(ArquillianExtension.class)
class TestAudit {
    private static final List<String> HASHED = List.of(
            "sequence",
            "previous",
            "at",
            "who",
            "from",
            "request",
            "action",
            "object",
            "before",
            "after",
            "outcome",
            "reason");

    private final Engine administrator = Engine.administrator();

    /** A name that no other test uses. */
    private final String name = "t" + UUID.randomUUID().toString().substring(0, 8);

    @Deployment(testable = false)
    static EnterpriseArchive engine() {
        return EngineArchive.delivered();
    }

    @Test
    void aChangeIsToldWithWhatWasAndWhatIs() {
        makeNetwork(name);
        administrator.call("PUT", "/networks/" + name, "{\"cidr\":\"10.8.0.0/24\",\"mtu\":9000}");
        administrator.call("DELETE", "/networks/" + name);
        List<JsonNode> entries = entries("?object=" + name + "&after=0");
        assertThat(entries).extracting(e -> e.path("action").asText()).containsExactly("create", "change", "remove");
        JsonNode change = entries.get(1);
        assertThat(change.path("who").asText()).isEqualTo("first (admin)");
        assertThat(change.path("from").asText()).isEqualTo("127.0.0.1");
        assertThat(change.path("request").asText()).isEqualTo("PUT /networks/" + name);
        assertThat(change.path("object").asText()).isEqualTo("network " + name);
        assertThat(change.path("before").asText()).isEqualTo("{\"mtu\":1500}");
        assertThat(change.path("after").asText()).isEqualTo("{\"mtu\":9000}");
        assertThat(change.path("outcome").asText()).isEqualTo("done");
        assertThat(entries.get(2).path("after").isMissingNode()).isTrue();
    }

    @Test
    void aRoleThatIsGrantedIsTold() {
        new Lab(administrator).create();
        makeNetwork(name);
        administrator.call("PUT", "/clusters/lab/networks/" + name, "{\"required\":false}");
        administrator.call("PUT", "/clusters/lab/networks/" + name + "/roles/vm");
        JsonNode newest = entries("?limit=1").get(0);
        assertThat(newest.path("object").asText()).isEqualTo("cluster network lab/" + name);
        assertThat(newest.path("before").isMissingNode()).isTrue();
        assertThat(newest.path("after").asText()).isEqualTo("{\"roles\":[{\"role\":\"VM\"}]}");
    }

    @Test
    void whoMayNotIsToldOf() {
        Engine operator = Engine.withToken(administrator.token("{\"role\":\"operator\",\"name\":\"" + name + "\"}"));
        operator.call("POST", "/networks", "{}");
        JsonNode refusal = entries("?who=" + name).get(0);
        assertThat(refusal.path("action").asText()).isEqualTo("request");
        assertThat(refusal.path("outcome").asText()).isEqualTo("refused");
        assertThat(refusal.path("who").asText()).isEqualTo(name + " (operator)");
        assertThat(refusal.path("object").asText()).isEqualTo("/networks");
        assertThat(refusal.path("reason").asText()).contains("needed admin");
    }

    @Test
    void whatIsRolledBackIsToldAsRefusedAndNotAsDone() {
        makeNetwork(name);
        makeNetwork(name);
        assertThat(entries("?object=" + name)).hasSize(1);
        JsonNode newest = entries("?limit=1").get(0);
        assertThat(newest.path("outcome").asText()).isEqualTo("refused");
        assertThat(newest.path("reason").asText()).contains(name, "there is one already");
    }

    @Test
    void aStaleEditIsToldOf() {
        administrator.call("POST", "/datacenters", "{\"name\":\"" + name + "\"}");
        Engine.Answer answer = administrator.call(
                "PUT",
                "/datacenters/" + name + "/migration",
                "{\"migration\":\"secure\"}",
                Map.of("Content-Type", "application/json", "If-Match", "\"77\""));
        assertThat(answer.status()).isEqualTo(412);
        assertThat(entries("?limit=1").get(0).path("request").asText())
                .isEqualTo("PUT /datacenters/" + name + "/migration");
    }

    @Test
    void aSecretIsNotTold() {
        String secret = administrator.token("{\"role\":\"viewer\",\"name\":\"" + name + "\"}");
        String password = "a password of " + name;
        administrator.call(
                "POST", "/users", "{\"name\":\"" + name + "\",\"role\":\"viewer\",\"password\":\"" + password + "\"}");
        String export = administrator.text("/audit", "application/x-ndjson");
        assertThat(export).contains("local user " + name).doesNotContain(secret, password, "argon2");
    }

    @Test
    void entriesOfManyAtOnceAreOneChain() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Callable<Integer>> calls = IntStream.range(0, 80)
                    .<Callable<Integer>>mapToObj(i -> () -> makeNetwork(name + "-" + i))
                    .toList();
            for (Future<Integer> call : threads.invokeAll(calls)) {
                assertThat(call.get()).isEqualTo(201);
            }
        } finally {
            threads.shutdownNow();
        }
        List<JsonNode> entries = export();
        String previous = "0".repeat(64);
        for (int i = 0; i < entries.size(); i++) {
            JsonNode entry = entries.get(i);
            assertThat(entry.path("sequence").asLong()).isEqualTo(i + 1L);
            assertThat(entry.path("previous").asText()).isEqualTo(previous);
            assertThat(entry.path("hash").asText()).as(entry.toString()).isEqualTo(hash(entry));
            previous = entry.path("hash").asText();
        }
        assertThat(entries.stream().filter(e -> e.path("object").asText().contains(name + "-")))
                .hasSize(80);
        assertThat(administrator.call("GET", "/audit/head").body().path("hash").asText())
                .isEqualTo(previous);
    }

    @Test
    void pagesAreContinued() {
        makeNetwork(name);
        List<JsonNode> newest = entries("?limit=2");
        long last = newest.get(1).path("sequence").asLong();
        assertThat(newest.get(0).path("sequence").asLong()).isEqualTo(last + 1);
        assertThat(entries("?limit=1&before=" + last).get(0).path("sequence").asLong())
                .isEqualTo(last - 1);
        assertThat(entries("?limit=1&after=" + last).get(0).path("sequence").asLong())
                .isEqualTo(last + 1);
    }

    @Test
    void aWrongFilterIsNamed() {
        for (String query : List.of("after=x", "outcome=good", "since=today", "limit=0")) {
            Engine.Answer answer = administrator.call("GET", "/audit?" + query);
            assertThat(answer.status()).as(query).isEqualTo(400);
            assertThat(answer.body().path("detail").asText()).contains(query.replaceAll("=.*", ""));
        }
    }

    private int makeNetwork(String network) {
        return administrator
                .call("POST", "/networks", "{\"name\":\"" + network + "\",\"cidr\":\"10.8.0.0/24\",\"mtu\":1500}")
                .status();
    }

    private List<JsonNode> entries(String query) {
        Engine.Answer answer = administrator.call("GET", "/audit" + query);
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
        return StreamSupport.stream(answer.body().spliterator(), false).toList();
    }

    private List<JsonNode> export() throws Exception {
        return Json.mapper()
                .readerFor(JsonNode.class)
                .<JsonNode>readValues(administrator.text("/audit", "application/x-ndjson"))
                .readAll();
    }

    /** As docs/api.md says, and by nothing of the engine's. */
    private static String hash(JsonNode entry) throws Exception {
        StringBuilder canonical = new StringBuilder();
        for (String field : HASHED) {
            String text = entry.path(field).asText();
            canonical.append(
                    entry.has(field) ? text.getBytes(StandardCharsets.UTF_8).length + ":" + text + "\n" : "-\n");
        }
        byte[] hash =
                MessageDigest.getInstance("SHA-256").digest(canonical.toString().getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(hash);
    }
}
