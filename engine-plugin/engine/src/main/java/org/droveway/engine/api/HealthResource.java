package org.droveway.engine.api;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** Answers as soon as the engine can take requests. */
@Path("/health")
@Produces(MediaType.APPLICATION_JSON)
public class HealthResource {
    /** Status, and the version of this engine. */
    public record Health(String status, String version) {}

    /** Whether the engine is there. */
    @GET
    @PermitAll
    public Health health() {
        return new Health("up", EngineVersion.CURRENT);
    }
}
