package org.droveway.engine.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** A body that is no JSON, or not the JSON that is needed. */
@Provider
public class JsonProblemMapper implements ExceptionMapper<JsonProcessingException> {
    @Override
    public Response toResponse(JsonProcessingException failure) {
        Throwable cause = failure.getCause();
        boolean ours = failure instanceof ValueInstantiationException && cause != null;
        String reason = ours ? String.valueOf(cause.getMessage()) : failure.getOriginalMessage();
        return Problems.of(Status.BAD_REQUEST, "the body cannot be read: " + reason);
    }
}
