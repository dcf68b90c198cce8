package org.droveway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.droveway.cli.CommandLines.Line;
import org.droveway.cli.ScriptedEngine.Reply;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;

/** How drovectl ends for each answer that an engine may give. */
final class TestExitCodes {
    static final List<Line> LINES = CommandLines.ALL;

    static Stream<Arguments> failures() {
        String refused = Samples.refused("vm1 cannot move", Samples.REFUSAL, Samples.SECOND_REFUSAL);
        return LINES.stream()
                .flatMap(line -> Stream.of(
                        Arguments.of(line, 400, Samples.problem(400, "the CIDR has host bits"), 2),
                        Arguments.of(line, 401, Samples.problem(401, "the token is not known"), 1),
                        Arguments.of(line, 403, Samples.problem(403, "operator may not"), 1),
                        Arguments.of(line, 404, Samples.problem(404, "vm vm9 is not known"), 1),
                        Arguments.of(line, 409, Samples.problem(409, "the migration has ended"), 1),
                        Arguments.of(line, 409, refused, 3),
                        Arguments.of(line, 412, Samples.problem(412, "changed meanwhile"), 1),
                        Arguments.of(line, 500, Samples.problem(500, "internal"), 1)));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void endsAsTheProblemSays(Line line, int status, String problem, int exit) {
        try (ScriptedEngine engine = new ScriptedEngine().otherwise(status, problem)) {
            Terminal.Result result = new Terminal(engine).run(line.arguments());

            assertThat(result.exit()).isEqualTo(exit);
            assertThat(result.out()).isEmpty();
            assertThat(result.err()).startsWith("drovectl: ");
        }
    }

    @ParameterizedTest
    @FieldSource("LINES")
    void endsWith4WhenNobodyListens(Line line) {
        ScriptedEngine gone = new ScriptedEngine();
        gone.close();

        Terminal.Result result = new Terminal(gone).run(line.arguments());

        assertThat(result.exit()).isEqualTo(4);
        assertThat(result.out()).isEmpty();
        assertThat(result.err()).contains("is not reachable: connection refused");
    }

    @Test
    void endsWith4WhenTheApplicationIsNotDeployedYet() {
        try (ScriptedEngine engine =
                new ScriptedEngine().on("GET /vms", new Reply(404, "text/html", "<html>Not Found</html>"))) {
            Terminal.Result result = new Terminal(engine).run("vm", "list");

            assertThat(result.exit()).isEqualTo(4);
            assertThat(result.err())
                    .contains("is not reachable", "the engine is starting, or it is no Droveway engine");
        }
    }

    @ParameterizedTest
    @CsvSource({"502, text/html", "503, application/problem+json", "503, ''", "504, text/plain"})
    void endsWith4WhileTheEngineIsStarting(int status, String type) {
        try (ScriptedEngine engine = new ScriptedEngine().on("GET /vms", new Reply(status, type, "{}"))) {
            Terminal.Result result = new Terminal(engine).run("vm", "list");

            assertThat(result.exit()).isEqualTo(4);
            assertThat(result.err()).contains("is starting or stopping (status " + status + ")", "try again");
        }
    }

    @Test
    void endsWith1WhenTheAnswerIsNotUnderstood() {
        try (ScriptedEngine engine = new ScriptedEngine().on("GET /vms", 200, "[{\"memoryMiB\":\"many\"}]")) {
            Terminal.Result result = new Terminal(engine).run("vm", "list");

            assertThat(result.exit()).isEqualTo(1);
            assertThat(result.err()).contains("GET /droveway/api/v1/vms is not understood");
        }
    }

    @Test
    void namesTheTokenWhenItIsNotAccepted() {
        try (ScriptedEngine engine = new ScriptedEngine().otherwise(401, Samples.problem(401, "no token"))) {
            assertThat(new Terminal(engine).run("vm", "list").err())
                    .contains("no token (set DROVEWAY_TOKEN, or use drovectl login)");
        }
    }

    @Test
    void tellsEveryReasonOfARefusal() {
        String refused = Samples.refused("vm1 cannot move to h3", Samples.REFUSAL, Samples.SECOND_REFUSAL);
        try (ScriptedEngine engine = new ScriptedEngine().otherwise(409, refused)) {
            Terminal.Result result = new Terminal(engine).run("migrate", "vm1", "h3");

            assertThat(result.err()).isEqualTo("""
                drovectl: vm1 cannot move to h3
                  HOST_WITHOUT_ADDRESS: host h3
                    found   no address in 10.62.0.0/24
                    needed  one usable address in 10.62.0.0/24
                    remedy  give h3 an address, or choose another host
                  NOT_ENOUGH_MEMORY: host h3
                    found   200 MiB free
                    needed  512 MiB free
                    remedy  free memory on h3
                """);
        }
    }

    @Test
    void doesNotSayOneReasonTwice() {
        String refused = Samples.refused("host h3: no address in 10.62.0.0/24; needed: another", Samples.REFUSAL);
        try (ScriptedEngine engine = new ScriptedEngine().otherwise(409, refused)) {
            assertThat(new Terminal(engine).run("migrate", "vm1", "h3").err())
                    .startsWith("drovectl: refused for 1 reason\n  HOST_WITHOUT_ADDRESS: host h3\n");
        }
    }

    @Test
    void fallsBackToTheTitleOfAProblem() {
        String bare = "{\"title\":\"Forbidden\",\"status\":403}";
        try (ScriptedEngine engine = new ScriptedEngine().otherwise(403, bare)) {
            assertThat(new Terminal(engine).run("vm", "list").err()).isEqualTo("drovectl: Forbidden\n");
        }
    }
}
