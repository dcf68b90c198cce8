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
    void showTellsWhatTheHostsAgreedOn() {
        String agreed = Samples.PLAN.replaceFirst(
                "}$", ",\"agreed\":{\"security\":\"secure\",\"parallelConnections\":2,\"bandwidthMiBs\":50}}");
        engine.on(GET, 200, Samples.migration("COPYING", "\"plan\":" + agreed + ","))
                .on(GET, 200, Samples.migration("PLANNED", "\"plan\":" + Samples.PLAN + ","));

        assertThat(run("migration", "show", Samples.ID).out())
                .contains(
                        "agreed     2 connections, handover strict, convergence keep-on, compression none, 50 MiB/s\n");
        assertThat(run("migration", "show", Samples.ID).out())
                .contains("planned    4 connections, handover strict, convergence throttle, compression none,")
                .doesNotContain("agreed");
    }

    @Test
    void watchPrintsPostCopyAndItsPauses() {
        String steps = "\"steps\":[{\"state\":\"COPYING\",\"at\":\"2026-11-21T10:00:00Z\"},"
                + "{\"state\":\"POSTCOPY\",\"at\":\"2026-11-21T10:00:01Z\"},"
                + "{\"state\":\"POSTCOPY_PAUSED\",\"at\":\"2026-11-21T10:00:02Z\",\"detail\":\"the network is cut\"},"
                + "{\"state\":\"POSTCOPY\",\"at\":\"2026-11-21T10:00:09Z\"}],";
        engine.on(GET, 200, Samples.migration("POSTCOPY", steps))
                .on(GET, 200, Samples.migration("POSTCOPY", steps))
                .on(GET, 200, Samples.completed("conforms"));

        assertThat(run("migration", "watch", Samples.ID).out())
                .contains(
                        "10:00:01.000 UTC  POSTCOPY\n",
                        "10:00:02.000 UTC  POSTCOPY_PAUSED  the network is cut\n",
                        "10:00:09.000 UTC  POSTCOPY\n");
    }

    @Test
    void watchPassesOnProgressThatANewerEngineTells() throws JsonProcessingException {
        String copying = Samples.copying(300).replace("\"iteration\":1", "\"iteration\":1,\"throttlePercent\":20");
        engine.on(GET, 200, copying).on(GET, 200, copying).on(GET, 200, Samples.completed("conforms"));

        String first = run("migration", "watch", Samples.ID, "-o", "json")
                .out()
                .lines()
                .findFirst()
                .orElseThrow();

        assertThat(EngineJson.mapper()
                        .readTree(first)
                        .at("/progress/throttlePercent")
                        .asInt())
                .isEqualTo(20);
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
