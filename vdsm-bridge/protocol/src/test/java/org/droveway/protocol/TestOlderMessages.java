package org.droveway.protocol;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.droveway.protocol.link.AgentMessage;
import org.droveway.protocol.link.EngineMessage;
import org.droveway.protocol.peer.PeerRequest;
import org.droveway.protocol.peer.PeerResponse;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What agents and engine said before there were capabilities for more than the simplest migration, recorded then: a line is the message's
 * kind and its JSON. older-peer.txt is a migration between two agents of that version, and some refusals and questions beside it.
 */
final class TestOlderMessages {
    private static final List<Class<?>> KINDS =
            List.of(AgentMessage.class, EngineMessage.class, PeerRequest.class, PeerResponse.class);

    static Stream<String> messages() throws IOException {
        List<String> lines = new ArrayList<>(lines("older-link.txt"));
        lines.addAll(lines("older-peer.txt"));
        return lines.stream();
    }

    @ParameterizedTest
    @MethodSource("messages")
    void areUnderstoodAsTheyWereMeant(String line) throws JsonProcessingException {
        int blank = line.indexOf(' ');
        JsonNode recorded = Json.mapper().readTree(line.substring(blank + 1));

        Object understood = Json.mapper().treeToValue(recorded, kind(line.substring(0, blank)));

        // What is said again has all that was said: an older peer finds every field that it knows.
        assertContains(Json.mapper().readTree(Json.mapper().writeValueAsString(understood)), recorded, "");
    }

    private static void assertContains(JsonNode found, JsonNode needed, String at) {
        if (needed.isObject()) {
            needed.properties()
                    .forEach(field ->
                            assertContains(found.path(field.getKey()), field.getValue(), at + "/" + field.getKey()));
        } else if (needed.isArray()) {
            assertThat(found).as(at).hasSameSizeAs(needed);
            for (int i = 0; i < needed.size(); i++) {
                if (needed.get(i).isValueNode()) {
                    // Sets come back in any order.
                    assertThat(found).as(at).contains(needed.get(i));
                } else {
                    assertContains(found.get(i), needed.get(i), at + "/" + i);
                }
            }
        } else {
            assertThat(found).as(at).isEqualTo(needed);
        }
    }

    private static Class<?> kind(String name) {
        return KINDS.stream()
                .filter(kind -> kind.getSimpleName().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no kind of message is called " + name));
    }

    private static List<String> lines(String name) throws IOException {
        try (InputStream in = TestOlderMessages.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), UTF_8).lines().toList();
        }
    }
}
