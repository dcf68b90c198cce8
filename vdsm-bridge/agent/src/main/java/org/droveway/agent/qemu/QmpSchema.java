package org.droveway.agent.qemu;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.StreamSupport;

/** QEMU's description of its own commands; types have made-up names, so that one is reached through the command that uses it. */
final class QmpSchema {
    private final Map<String, JsonNode> entities = new HashMap<>();

    /** @param schema what query-qmp-schema returns */
    QmpSchema(JsonNode schema) {
        schema.forEach(entity -> entities.put(entity.path("name").asText(), entity));
    }

    /** The words that an argument of a command may have; empty if there is no such argument, or it is no enumeration. */
    Set<String> words(String command, String argument) {
        JsonNode type = entity(member(entity(entity(command).path("arg-type").asText()), argument)
                .path("type"));
        Set<String> words = new TreeSet<>();
        // "members" came with QEMU 6.2 beside "values", which later versions leave out.
        type.path("values").forEach(word -> words.add(word.asText()));
        if ("enum".equals(type.path("meta-type").asText())) {
            type.path("members").forEach(each -> words.add(each.path("name").asText()));
        }
        return words;
    }

    /** Whether any object has a member of this name. */
    boolean hasMember(String name) {
        return entities.values().stream()
                .anyMatch(entity -> !member(entity, name).isMissingNode()
                        && "object".equals(entity.path("meta-type").asText()));
    }

    private JsonNode entity(JsonNode name) {
        return entity(name.asText());
    }

    private JsonNode entity(String name) {
        JsonNode entity = entities.get(name);
        return entity == null ? com.fasterxml.jackson.databind.node.MissingNode.getInstance() : entity;
    }

    private static JsonNode member(JsonNode object, String name) {
        return StreamSupport.stream(object.path("members").spliterator(), false)
                .filter(each -> name.equals(each.path("name").asText()))
                .findFirst()
                .orElse(com.fasterxml.jackson.databind.node.MissingNode.getInstance());
    }
}
