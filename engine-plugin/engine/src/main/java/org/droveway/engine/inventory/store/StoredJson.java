package org.droveway.engine.inventory.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import org.droveway.protocol.Json;

/** Records kept as JSON in a column: parts that are only read and written as a whole. */
public final class StoredJson {
    private StoredJson() {}

    /** The text to store. */
    public static String print(Object value) {
        try {
            return Json.mapper().writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot print a " + value.getClass().getName(), e);
        }
    }

    /**
     * What was stored.
     *
     * @throws IllegalStateException if the text is no such record
     */
    public static <T> T parse(String text, TypeReference<T> type) {
        try {
            return Json.mapper().readValue(text, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the database holds a broken " + type.getType(), e);
        }
    }
}
