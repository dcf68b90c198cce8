package org.droveway.engine.api;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.ws.rs.ext.ContextResolver;
import jakarta.ws.rs.ext.Provider;
import org.droveway.protocol.Json;

/** The protocol's JSON; only what people send must not hold fields that nobody knows: they are misspelt. */
@Provider
public class JsonSettings implements ContextResolver<ObjectMapper> {
    static final JsonMapper MAPPER = Json.configure(JsonMapper.builder())
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    @Override
    public ObjectMapper getContext(Class<?> type) {
        return MAPPER;
    }
}
