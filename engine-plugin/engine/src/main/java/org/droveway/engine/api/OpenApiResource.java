package org.droveway.engine.api;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import java.util.Objects;

/** The description of this API, made when the engine was built. */
@Path("/openapi.json")
public class OpenApiResource {
    /** OpenAPI 3, JSON. */
    @GET
    @PermitAll
    @Produces(MediaType.APPLICATION_JSON)
    public InputStream description() {
        return Objects.requireNonNull(OpenApiResource.class.getResourceAsStream("openapi.json"), "openapi.json");
    }
}
