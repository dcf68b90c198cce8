package org.droveway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.List;
import org.droveway.cli.engine.EngineJson;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The commands below migration: show, watch, cancel. */
final class TestMigrationCommands {
    private static final String GET = "GET /migrations/" + Samples.ID;

    private final ScriptedEngine engine = new ScriptedEngine();

    @AfterEach
    void stop() {
        engine.close();
    }

    @Test
    void showTellsWhatWasObserved() {
        engine.on(GET, 200, Samples.completed("conforms"));

        assertThat(run("migration", "show", Samples.ID).out())
                .contains("10.62.0.11:40000 <-> 10.62.0.12:61000 on mig0")
                .contains("mig0: 1000 B received, 519 MiB sent")
                .contains("10.62.0.11 -> 10.62.0.12:61000, opened 10:00:00.300 UTC, shut for new 10:00:00.900 UTC, "
                        + "removed 10:00:03.300 UTC; let in 1, refused 600")
                .contains("memory stream", "tls", "downtime", "42 ms");
    }

    @Test
    void watchGivesALineForEachChange() throws JsonProcessingException {
        engine.on(GET, 200, Samples.copying(300))
                .on(GET, 200, Samples.copying(300))
                .on(GET, 200, Samples.copying(300))
                .on(GET, 200, Samples.copying(100))
                .on(GET, 200, Samples.completed("conforms"));

        List<String> lines = run("migration", "watch", Samples.ID, "-o", "json")
                .out()
                .lines()
                .toList();

        assertThat(lines).hasSize(3);
        assertThat(EngineJson.mapper().readTree(lines.get(2)).get("state").asText())
                .isEqualTo("COMPLETED");
    }

    @Test
    void watchEndsAsTheMigrationDid() {
        engine.on(GET, 200, Samples.completed("violates"));

        assertThat(run("migration", "watch", Samples.ID).exit()).isEqualTo(1);
    }

    @Test
    void watchTellsTheOutcome() {
        engine.on(GET, 200, Samples.completed("conforms"));

        assertThat(run("migration", "watch", Samples.ID).out()).contains("vm1: COMPLETED, h1 -> h2");
    }

    @Test
    void cancelTellsTheStateThatItIsIn() {
        engine.on("POST /migrations/" + Samples.ID + "/cancel", 202, Samples.migration("CANCELLING", ""));

        assertThat(run("migration", "cancel", Samples.ID).out())
                .startsWith("migration " + Samples.ID + " of vm1: CANCELLING\n");
    }

    @Test
    void managementNetworkIsMarked() {
        String marked =
                Samples.completed("conforms").replace("\"managementNetwork\":false", "\"managementNetwork\":true");
        engine.on("GET /migrations", 200, "[" + marked + "]");

        assertThat(run("migration", "list").out()).contains("(MANAGEMENT)");
    }

    private Terminal.Result run(String... arguments) {
        return new Terminal(engine).run(arguments);
    }
}
