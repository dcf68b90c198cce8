package org.droveway.engine.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TestBodyProblem {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"nmae\":1} | there is no field 'nmae'; needed one of cidr, mtu, name",
                "{\"mtu\":\"many\"} | mtu is \"many\"; needed a number",
                "{\"mtu\":[]} | mtu is of another kind; needed a number",
                "{\"name\":{}} | name is of another kind; needed a text",
                "[] | it is of another kind; needed a JSON object",
                "\"text\" | it is of another kind; needed a JSON object",
            })
    void namesTheFieldAndWhatIsNeeded(String body, String reason) {
        assertThat(sentence(body, NetworkResource.Values.class)).isEqualTo("the body cannot be read: " + reason);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"type\":\"sekure\"} | type is \"sekure\"; needed one of insecure, secure",
                "{\"dryRun\":\"perhaps\"} | dryRun is \"perhaps\"; needed true or false",
            })
    void namesTheWordsThereAre(String body, String reason) {
        assertThat(sentence(body, MigrationWish.class)).isEqualTo("the body cannot be read: " + reason);
    }

    @Test
    void namesThePlaceWhereItIsNoJson() {
        assertThat(sentence("{\n \"name\": x}", NetworkResource.Values.class))
                .startsWith("the body cannot be read: no JSON at line 2, column ")
                .contains("'x'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "{\"mtu\":", "nothing", "{\"mtu\":1e999}", "[[]]", "{\"name\":{\"a\":1}}"})
    void namesNoneOfOurClasses(String body) {
        assertThat(sentence(body, NetworkResource.Values.class))
                .startsWith("the body cannot be read: ")
                .doesNotContain("org.droveway", "java.", "REDACTED");
    }

    private static String sentence(String body, Class<?> type) {
        try {
            return "accepted: " + JsonSettings.MAPPER.readValue(body, type);
        } catch (JsonProcessingException e) {
            return BodyProblem.sentence(e);
        }
    }
}
