package org.droveway.engine.audit.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Collectors;
import org.droveway.engine.audit.StorableText;
import org.droveway.engine.digest.Sha256;
import org.droveway.protocol.Json;
import org.hibernate.type.ComponentType;
import org.hibernate.type.Type;
import org.jspecify.annotations.Nullable;

/** How the audit writes values of columns; of files only size and hash: they may hold passwords. */
final class RowText {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    /** Longer texts, in characters, are told by length and hash. */
    private static final int LONGEST = 4_000;

    private RowText() {}

    static JsonNode of(Type type, @Nullable Object value) {
        if (value == null) {
            return NODES.nullNode();
        }
        if (type instanceof ComponentType component) {
            ObjectNode node = NODES.objectNode();
            String[] names = component.getPropertyNames();
            Type[] types = component.getSubtypes();
            for (int i = 0; i < names.length; i++) {
                Object part = component.getPropertyValue(value, i);
                if (part != null) {
                    node.set(names[i], of(types[i], part));
                }
            }
            return node;
        }
        return scalar(value);
    }

    /** A set's elements in the order of their texts. */
    static JsonNode of(Type type, Collection<?> elements) {
        ArrayNode node = NODES.arrayNode();
        elements.stream()
                .map(e -> of(type, e))
                .sorted(Comparator.comparing(JsonNode::toString))
                .forEach(node::add);
        return node;
    }

    /** What a person would call the row: its key, of several parts with slashes between. */
    static String name(Type type, Object id) {
        JsonNode node = of(type, id);
        return node.isObject()
                ? node.properties().stream().map(p -> p.getValue().asText()).collect(Collectors.joining("/"))
                : node.asText();
    }

    /** The columns as one JSON object; null if there are none. */
    static @Nullable String print(Map<String, JsonNode> columns) {
        if (columns.isEmpty()) {
            return null;
        }
        try {
            return Json.mapper().writeValueAsString(columns);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot print " + columns.keySet(), e);
        }
    }

    private static JsonNode scalar(Object value) {
        if (value instanceof Long || value instanceof Integer || value instanceof Short) {
            return NODES.numberNode(((Number) value).longValue());
        }
        if (value instanceof Boolean flag) {
            return NODES.booleanNode(flag);
        }
        if (value instanceof byte[] bytes) {
            return NODES.textNode("sha256 " + Sha256.of(bytes) + ", " + bytes.length + " bytes");
        }
        String text = value.toString();
        return NODES.textNode(
                text.length() <= LONGEST
                        ? StorableText.of(text, LONGEST)
                        : "sha256 " + Sha256.of(text) + ", " + text.length() + " characters");
    }
}
