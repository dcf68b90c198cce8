package org.droveway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import org.droveway.cli.engine.EngineJson;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The command migrate: start, dry run, waiting. */
final class TestMigrate {
    private static final String GET = "GET /migrations/" + Samples.ID;

    private final ScriptedEngine engine = new ScriptedEngine();
    private final Terminal terminal = new Terminal(engine);

    @AfterEach
    void stop() {
        engine.close();
    }

    @Test
    void givesTheIdAtOnce() throws JsonProcessingException {
        accepts();

        Terminal.Result result = terminal.run("migrate", "vm1", "h2", "-o", "json");

        assertThat(tree(result)).isEqualTo(EngineJson.mapper().readTree("{\"id\":\"" + Samples.ID + "\"}"));
    }

    @Test
    void tellsAPersonHowToWatch() {
        accepts();

        assertThat(terminal.run("migrate", "vm1").out())
                .contains("migration " + Samples.ID + " started", "drovectl migration watch " + Samples.ID);
    }

    @Test
    void dryRunShowsPathDecisionsHostsAndCall() {
        engine.on("POST /migrations", 200, Samples.PLAN);

        assertThat(terminal.run("migrate", "vm1", "--dry-run").out())
                .contains("h1  10.62.0.11 on mig0", "h2  10.62.0.12 on mig0", "migration 10.62.0.0/24, MTU 1500 bytes")
                .contains("network  migration  cluster lab gives it the migration role")
                .contains("h2  accepted, weight 0.5", "h3  left out")
                .contains("HOST_WITHOUT_ADDRESS: host h3", "NOT_ENOUGH_MEMORY: host h3")
                .contains("  virDomainMigrateToURI3\n    migrate_uri = tcp://10.62.0.12:PORT");
    }

    @Test
    void dryRunShowsTheParametersInALineEach() {
        engine.on("POST /migrations", 200, Samples.PLAN);

        assertThat(terminal.run("migrate", "vm1", "--dry-run").out()).contains("""
                        parameters  4 connections
                                    handover strict
                                    convergence throttle
                                    compression none
                                    disks copied: vdb
                                    50 MiB/s for memory and for each disk
                        """);
    }

    @Test
    void dryRunPassesOnWhatANewerEngineAdds() throws JsonProcessingException {
        engine.on("POST /migrations", 200, Samples.PLAN);

        JsonNode plan = tree(terminal.run("migrate", "vm1", "--dry-run", "-o", "json"));

        assertThat(plan.at("/parameters/wheels").asInt()).isEqualTo(3);
        assertThat(plan.at("/parameters/disks/0").asText()).isEqualTo("vdb");
    }

    @Test
    void dryRunGivesThePlanWithoutRefusals() throws JsonProcessingException {
        engine.on("POST /migrations", 200, Samples.PLAN);

        JsonNode plan = tree(terminal.run("migrate", "vm1", "--dry-run", "-o", "json"));

        assertThat(plan.get("destinationAddress").asText()).isEqualTo("10.62.0.12");
        assertThat(plan.get("refusals")).isEmpty();
    }

    @Test
    void refusedDryRunEndsWith3AndGivesRefusalsAndPlan() throws JsonProcessingException {
        String problem = Samples.refused("nothing left", Samples.REFUSAL).replaceFirst("}$", "") + ",\"plan\":"
                + Samples.PLAN + "}";
        engine.on("POST /migrations", 409, problem);

        Terminal.Result result = terminal.run("migrate", "vm1", "--dry-run", "-o", "json");

        assertThat(result.exit()).isEqualTo(3);
        assertThat(tree(result).at("/refusals/0/code").asText()).isEqualTo("HOST_WITHOUT_ADDRESS");
        assertThat(tree(result).at("/plan/vm").asText()).isEqualTo("vm1");
        assertThat(result.err()).contains("drovectl: nothing left");
    }

    @Test
    void unknownVmEndsWith1() {
        engine.on("POST /migrations", 404, Samples.problem(404, "vm vm9 is not known"));

        Terminal.Result result = terminal.run("migrate", "vm9", "-o", "json");

        assertThat(result).isEqualTo(new Terminal.Result(1, "", "drovectl: vm vm9 is not known\n"));
    }

    @ParameterizedTest
    @CsvSource({
        "COMPLETED, conforms, 0",
        "COMPLETED, unknown, 0",
        "COMPLETED, violates, 1",
        "FAILED, unknown, 1",
        "CANCELLED, unknown, 1",
        "NEEDS_ATTENTION, unknown, 1",
        "REFUSED, unknown, 3",
    })
    void waitEndsAsTheMigrationDid(String state, String verdict, int exit) {
        accepts();
        engine.on(GET, 200, Samples.migration(state, "\"verdict\":\"" + verdict + "\","));

        assertThat(terminal.run("migrate", "vm1", "--wait").exit()).isEqualTo(exit);
    }

    @Test
    void waitGivesTheFinishedMigration() throws JsonProcessingException {
        accepts();
        engine.on(GET, 200, Samples.copying(300)).on(GET, 200, Samples.completed("conforms"));

        Terminal.Result result = terminal.run("migrate", "vm1", "--wait", "-o", "json");

        assertThat(tree(result).get("state").asText()).isEqualTo("COMPLETED");
        assertThat(tree(result).get("verdict").asText()).isEqualTo("conforms");
        assertThat(result.err()).isEmpty();
    }

    @Test
    void waitTellsTheOutcome() {
        accepts();
        engine.on(GET, 200, Samples.completed("conforms"));

        assertThat(terminal.run("migrate", "vm1", "--wait").out())
                .contains("vm1: COMPLETED, h1 -> h2 over migration (secure), downtime 42 ms, total 3.4 s")
                .contains("verdict: conforms\n  memory went over mig0, TLS");
    }

    @Test
    void waitTellsTheReasonsOfARefusedNegotiation() {
        accepts();
        engine.on(GET, 200, Samples.migration("REFUSED", "\"refusals\":[" + Samples.REFUSAL + "],"));

        Terminal.Result result = terminal.run("migrate", "vm1", "--wait");

        assertThat(result.exit()).isEqualTo(3);
        assertThat(result.out()).contains("HOST_WITHOUT_ADDRESS: host h3", "remedy  give h3 an address");
    }

    @Test
    void waitTellsTheError() {
        accepts();
        engine.on(GET, 200, Samples.migration("FAILED", "\"error\":\"QEMU went away\","));

        assertThat(terminal.run("migrate", "vm1", "--wait").out()).contains("error: QEMU went away", "the VM is on h1");
    }

    @Test
    void aBarIsDrawnOnATerminalOnly() {
        accepts();
        engine.on(GET, 200, Samples.copying(256)).on(GET, 200, Samples.completed("conforms"));

        Terminal.Result result = terminal.columns(100).run("migrate", "vm1", "--wait");

        assertThat(result.err()).contains("\r\033[Kvm1  COPYING", " 50 %", "256 of 512 MiB", "180 MiB/s");
        assertThat(result.err()).endsWith("\r\033[K");
        assertThat(result.out()).doesNotContain("COPYING");
    }

    @Test
    void plainLinesAreWrittenElsewhere() {
        accepts();
        engine.on(GET, 200, Samples.copying(256)).on(GET, 200, Samples.completed("conforms"));

        Terminal.Result result = terminal.run("migrate", "vm1", "--wait");

        assertThat(result.out())
                .contains("vm1  COPYING        50 %")
                .contains("10:00:00.500 UTC  COPYING       memory\n")
                .doesNotContain("\033");
    }

    @Test
    void theEngineMayBeAwayForAWhile() {
        accepts();
        engine.on(GET, 200, Samples.copying(256))
                .on(GET, new ScriptedEngine.Reply(503, "text/html", "starting"))
                .on(GET, 200, Samples.completed("conforms"));

        Terminal.Result result = terminal.run("migrate", "vm1", "--wait");

        assertThat(result.exit()).isZero();
        assertThat(result.out()).contains("waiting: engine ");
    }

    @Test
    void anEngineThatStaysAwayEndsWith4() {
        accepts();
        engine.on(GET, 200, Samples.copying(256)).on(GET, new ScriptedEngine.Reply(503, "text/html", "starting"));

        assertThat(terminal.run("migrate", "vm1", "--wait").exit()).isEqualTo(4);
    }

    @Test
    void ctrlCSaysThatTheMigrationGoesOn() {
        accepts();
        engine.on(GET, 200, Samples.copying(256)).on(GET, 200, Samples.completed("conforms"));

        Terminal.Result result = terminal.atPause(terminal::interrupt).run("migrate", "vm1", "--wait");

        assertThat(result.err())
                .isEqualTo("drovectl: no longer waiting; migration " + Samples.ID + " goes on\n"
                        + "  watch it   drovectl migration watch " + Samples.ID + "\n"
                        + "  cancel it  drovectl migration cancel " + Samples.ID + "\n");
    }

    @Test
    void nothingIsSaidAtCtrlCAfterTheEnd() {
        accepts();
        engine.on(GET, 200, Samples.completed("conforms"));

        Terminal.Result result = terminal.run("migrate", "vm1", "--wait");
        terminal.interrupt();

        assertThat(result.err()).isEmpty();
    }

    private void accepts() {
        engine.on("POST /migrations", 202, "{\"id\":\"" + Samples.ID + "\"}");
    }

    private static JsonNode tree(Terminal.Result result) throws JsonProcessingException {
        return EngineJson.mapper().readTree(result.out());
    }
}
