package org.droveway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import java.io.IOException;
import java.util.List;
import org.droveway.cli.CommandLines.Line;
import org.droveway.cli.engine.EngineJson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;

/** What scripts get with -o json. */
final class TestJsonOutput {
    static final List<Line> LINES = CommandLines.ALL;

    @ParameterizedTest
    @FieldSource("LINES")
    void writesNothingButJson(Line line) throws IOException {
        Terminal.Result result = json(line);

        try (MappingIterator<JsonNode> values =
                EngineJson.mapper().readerFor(JsonNode.class).readValues(result.out())) {
            assertThat(values.readAll()).hasSizeBetween(0, 1);
        }
        assertThat(result.err()).isEmpty();
    }

    @ParameterizedTest
    @FieldSource("LINES")
    void listsAreBareArrays(Line line) throws JsonProcessingException {
        JsonNode value = EngineJson.mapper().readTree(json(line).out());

        assertThat(value.isArray()).isEqualTo(line.text().matches("\\w+ list.*"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    datacenter show lab     | name migration migrationType migrationNetwork
                    cluster show lab        | name datacenter hosts networks
                    network show migration  | name cidr mtu roles clusters
                    host show h1            | name cluster state mode nics migrationAddress portPool
                    vm show vm1             | name id host state memoryMiB effectivePolicy
                    migration show ID       | id vm from to state vmHost type transport network plan observed verdict refusals
                    token create --role operator | id token role expires
                    """)
    void objectsHaveTheDocumentedFields(String line, String fields) throws JsonProcessingException {
        Line command = LINES.stream()
                .filter(known -> known.text().equals(line))
                .findFirst()
                .orElseThrow();

        JsonNode value = EngineJson.mapper().readTree(json(command).out());

        assertThat(value.fieldNames()).toIterable().contains(fields.split(" "));
    }

    @Test
    void absentValuesAreNull() throws JsonProcessingException {
        JsonNode value = show("datacenter", "{\"name\":\"lab\",\"clusters\":[]}");

        assertThat(value.has("migration")).isTrue();
        assertThat(value.get("migration").isNull()).isTrue();
    }

    @Test
    void absentListsAreEmpty() throws JsonProcessingException {
        JsonNode value = show("datacenter", "{\"name\":\"lab\"}");

        assertThat(value.get("clusters")).isEmpty();
        assertThat(value.get("clusters").isArray()).isTrue();
    }

    @Test
    void unknownFieldsAreIgnored() throws JsonProcessingException {
        JsonNode value = show("datacenter", "{\"name\":\"lab\",\"colour\":\"green\"}");

        assertThat(value.has("colour")).isFalse();
    }

    @Test
    void instantsStayIso() throws JsonProcessingException {
        JsonNode value = show("host", Samples.HOST);

        assertThat(value.get("lastSeen").asText()).isEqualTo("2026-11-21T09:59:58.123Z");
    }

    @Test
    void addressesKeepTheirPrefixLength() throws JsonProcessingException {
        JsonNode value = show("host", Samples.HOST);

        assertThat(value.at("/nics/0/addresses/0").asText()).isEqualTo("10.62.0.11/24");
    }

    private static JsonNode show(String noun, String answer) throws JsonProcessingException {
        try (ScriptedEngine engine = new ScriptedEngine().otherwise(200, answer)) {
            return EngineJson.mapper()
                    .readTree(new Terminal(engine)
                            .run(noun, "show", "x", "-o", "json")
                            .out());
        }
    }

    private static Terminal.Result json(Line line) {
        try (ScriptedEngine engine = CommandLines.engine(line)) {
            return new Terminal(engine).run((line.text() + " -o json").split(" "));
        }
    }
}
