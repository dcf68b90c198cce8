package org.droveway.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.droveway.protocol.link.AgentMessage;
import org.droveway.protocol.link.EngineMessage;
import org.droveway.protocol.peer.PeerRequest;
import org.droveway.protocol.peer.PeerResponse;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every record of the protocol, through JSON and back. */
final class TestMessages {
    static List<Class<?>> records() {
        return ProtocolTypes.records();
    }

    static Stream<Class<?>> messages() {
        return Stream.of(AgentMessage.class, EngineMessage.class, PeerRequest.class, PeerResponse.class)
                .flatMap(type -> Arrays.stream(type.getPermittedSubclasses()));
    }

    /** Components that must be there, with their records. */
    static Stream<Arguments> neededComponents() {
        return records().stream()
                .flatMap(type -> Arrays.stream(type.getRecordComponents())
                        .filter(component -> !component.getAnnotatedType().isAnnotationPresent(Nullable.class))
                        .map(component -> Arguments.of(type, component.getName())));
    }

    @ParameterizedTest
    @MethodSource("records")
    void comesBackAsItWas(Class<?> type) throws JsonProcessingException {
        Object message = Sample.full(type);

        assertThat(Json.mapper().readValue(write(message), type)).isEqualTo(message);
    }

    @ParameterizedTest
    @MethodSource("records")
    void comesBackWithoutWhatMayBeAbsent(Class<?> type) throws JsonProcessingException {
        Object message = Sample.sparse(type);

        assertThat(write(message)).doesNotContain("null");
        assertThat(Json.mapper().readValue(write(message), type)).isEqualTo(message);
    }

    @ParameterizedTest
    @MethodSource("records")
    void unknownFieldsAreIgnored(Class<?> type) throws JsonProcessingException {
        ObjectNode json = tree(Sample.full(type)).put("colour", "green");

        assertThat(Json.mapper().treeToValue(json, type)).isEqualTo(Sample.full(type));
    }

    @ParameterizedTest
    @MethodSource("messages")
    void isKnownByItsTypeAlone(Class<?> type) throws JsonProcessingException {
        Object message = Sample.full(type);

        assertThat(tree(message).get("type").isTextual()).isTrue();
        assertThat(Json.mapper().readValue(write(message), type.getInterfaces()[0]))
                .isEqualTo(message);
    }

    @ParameterizedTest
    @MethodSource("neededComponents")
    void isRefusedWithoutWhatItNeeds(Class<?> type, String component) throws JsonProcessingException {
        JsonNode json = tree(Sample.full(type)).without(component);

        assertThatThrownBy(() -> Json.mapper().treeToValue(json, type)).isInstanceOf(JsonMappingException.class);
    }

    @Test
    void aMessageOfUnknownTypeIsRefused() {
        assertThatThrownBy(() -> Json.mapper().readValue("{\"type\":\"shutdown\"}", EngineMessage.class))
                .isInstanceOf(JsonMappingException.class);
    }

    @Test
    void instantsAreIsoText() throws JsonProcessingException {
        assertThat(write(Sample.full(PeerResponse.Done.class)))
                .isEqualTo("{\"type\":\"done\",\"at\":\"2026-11-21T10:00:00.123456Z\"}");
    }

    @Test
    void secureParametersNeedTheNameToCheck() {
        assertThatThrownBy(() -> new MigrationParameters(Security.SECURE, null, null, null))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("tlsDestination");
    }

    @Test
    void insecureParametersNeedNoName() {
        assertThat(new MigrationParameters(Security.INSECURE, null, null, null).tlsDestination())
                .isNull();
    }

    @Test
    void theStricterSecurityWins() {
        assertThat(Security.INSECURE.strictest(Security.SECURE)).isEqualTo(Security.SECURE);
        assertThat(Security.SECURE.strictest(Security.INSECURE)).isEqualTo(Security.SECURE);
    }

    private static String write(Object message) throws JsonProcessingException {
        return Json.mapper().writeValueAsString(message);
    }

    private static ObjectNode tree(Object message) throws JsonProcessingException {
        return (ObjectNode) Json.mapper().readTree(write(message));
    }
}
