package org.droveway.tests.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.droveway.engine.database.Database;
import org.droveway.protocol.Json;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** An engine that is killed in the midst of writing has told nobody of anything that it has not, and keeps its audit whole. */
class TestKilledWhileWriting {
    private static final int WRITERS = 8;

    /** How many changes are acknowledged before the engine is killed. */
    private static final int CHANGES = 150;

    @TempDir
    Path data;

    @TempDir
    Path secrets;

    private final ExecutorService threads = Executors.newFixedThreadPool(WRITERS);

    @AfterEach
    void end() {
        threads.shutdownNow();
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void whatWasAcknowledgedIsThereAndInTheAuditAndTheAuditIsWhole(Database database)
            throws IOException, InterruptedException, ExecutionException {
        Map<String, String> environment = database.environment(secrets);
        Set<String> acknowledged = writeUntilKilled(environment);
        try (EngineProcess engine = EngineProcess.start(data, environment)) {
            engine.awaitReady();
            verify(engine);
            Set<String> there = networks(engine);
            assertThat(there).containsAll(acknowledged);
            assertThat(audited(engine)).isEqualTo(there);
        }
    }

    private Set<String> writeUntilKilled(Map<String, String> environment)
            throws IOException, InterruptedException, ExecutionException {
        try (EngineProcess engine = EngineProcess.start(data, environment)) {
            engine.awaitReady();
            NetworkWriters writing = new NetworkWriters(engine);
            List<Future<Void>> writers =
                    writing.writers(WRITERS).map(threads::submit).toList();
            await().atMost(EngineProcess.LONGEST)
                    .until(() -> writing.acknowledged().size() >= CHANGES);
            engine.kill();
            for (Future<Void> writer : writers) {
                writer.get();
            }
            return writing.acknowledged();
        }
    }

    /** The networks that an entry of the audit says were made. */
    private static Set<String> audited(EngineProcess engine) throws IOException, InterruptedException {
        Set<String> made = new HashSet<>();
        for (String line : engine.read("/audit", "application/x-ndjson").lines().toList()) {
            JsonNode entry = Json.mapper().readTree(line);
            String object = entry.path("object").asText();
            if (object.startsWith("network ") && entry.path("action").asText().equals("create")) {
                made.add(object.substring("network ".length()));
            }
        }
        return made;
    }

    private static Set<String> networks(EngineProcess engine) throws IOException, InterruptedException {
        JsonNode networks = Json.mapper().readTree(engine.read("/networks", "application/json"));
        return new HashSet<>(networks.findValuesAsText("name"));
    }

    private static void verify(EngineProcess engine) throws IOException, InterruptedException {
        ProcessBuilder drovectl =
                new ProcessBuilder(System.getProperty("drovectl"), "audit", "verify").redirectErrorStream(true);
        drovectl.environment().put("DROVEWAY_URL", engine.url());
        drovectl.environment().put("DROVEWAY_TOKEN", engine.token());
        drovectl.environment().put("DROVEWAY_CA", engine.ca().toString());
        Process verifying = drovectl.start();
        String said = new String(verifying.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(verifying.waitFor()).as(said).isZero();
    }
}
