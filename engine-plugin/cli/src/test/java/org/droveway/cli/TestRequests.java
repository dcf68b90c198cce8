package org.droveway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.droveway.cli.CommandLines.Line;
import org.droveway.cli.ScriptedEngine.Request;
import org.droveway.cli.engine.EngineJson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** What each command line asks the engine for. */
final class TestRequests {
    static final List<Line> LINES = CommandLines.ALL;

    @ParameterizedTest
    @FieldSource("LINES")
    void makesTheCallsOfTheApi(Line line) {
        try (ScriptedEngine engine = CommandLines.engine(line)) {
            Terminal.Result result = new Terminal(engine).run(line.arguments());

            assertThat(result.err()).isEmpty();
            assertThat(result.exit()).isZero();
            assertThat(engine.requests().stream().map(Request::call).toList())
                    .isEqualTo(line.calls().stream().map(TestRequests::target).toList());
        }
    }

    @ParameterizedTest
    @FieldSource("LINES")
    void sendsTheBodiesOfTheApi(Line line) {
        try (ScriptedEngine engine = CommandLines.engine(line)) {
            new Terminal(engine).run(line.arguments());

            assertThat(engine.requests().stream()
                            .map(request -> json(request.body()))
                            .toList())
                    .isEqualTo(line.calls().stream().map(TestRequests::body).toList());
        }
    }

    @ParameterizedTest
    @FieldSource("LINES")
    void showsItsTokenWithEveryCall(Line line) {
        try (ScriptedEngine engine = CommandLines.engine(line)) {
            new Terminal(engine).run(line.arguments());

            assertThat(engine.requests()).extracting(Request::authorization).containsOnly("Bearer secret");
        }
    }

    @Test
    void anEditReplacesWhatItRead() {
        try (ScriptedEngine engine =
                new ScriptedEngine().tag("\"10.62.0.0/24,1500\"").otherwise(200, Samples.NETWORK)) {
            new Terminal(engine).run("network", "edit", "migration", "--mtu", "9000");

            assertThat(engine.header("If-Match")).isEqualTo("\"10.62.0.0/24,1500\"");
        }
    }

    @Test
    void aPolicyReplacesTheVersionThatIsNamed() {
        try (ScriptedEngine engine = new ScriptedEngine().otherwise(200, Samples.SCOPE_POLICY)) {
            new Terminal(engine).run("policy", "set", "cluster", "lab", "--bandwidth", "9", "--replaces", "3");

            assertThat(engine.header("If-Match")).isEqualTo("\"3\"");
        }
    }

    @Test
    void settingThePolicyTellsWarnings() {
        String warned = Samples.DATA_CENTER.replace(
                "\"clusters\"",
                "\"warnings\":[{\"object\":\"host h1\",\"found\":\"a\",\"needed\":\"b\",\"remedy\":\"c\"}],\"clusters\"");
        try (ScriptedEngine engine = new ScriptedEngine().otherwise(200, warned)) {
            Terminal.Result result = new Terminal(engine).run("datacenter", "set", "lab", "--migration", "secure");

            assertThat(result.exit()).isZero();
            assertThat(result.err()).isEqualTo("warning: host h1: a; needed b; c\n");
        }
    }

    @Test
    void encodesNamesInPaths() {
        try (ScriptedEngine engine = new ScriptedEngine().otherwise(200, Samples.HOST)) {
            new Terminal(engine).run("host", "show", "a/b c?d");

            assertThat(engine.requests()).extracting(Request::call).containsExactly("GET /hosts/a%2Fb%20c%3Fd");
        }
    }

    @Test
    void encodesFiltersInQueries() {
        try (ScriptedEngine engine = new ScriptedEngine().otherwise(200, "[]")) {
            new Terminal(engine).run("migration", "list", "--vm", "a&b=c");

            assertThat(engine.requests()).extracting(Request::call).containsExactly("GET /migrations?vm=a%26b%3Dc");
        }
    }

    private static String target(String call) {
        String[] parts = call.split(" ", 3);
        return parts[0] + " " + parts[1];
    }

    private static JsonNode body(String call) {
        String[] parts = call.split(" ", 3);
        return json(parts.length == 3 ? parts[2] : "");
    }

    private static JsonNode json(String text) {
        try {
            return EngineJson.mapper().readTree(text);
        } catch (JsonProcessingException e) {
            throw new AssertionError("not JSON: " + text, e);
        }
    }
}
