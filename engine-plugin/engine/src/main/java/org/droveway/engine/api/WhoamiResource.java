package org.droveway.engine.api;

import static org.droveway.engine.security.Role.ADMINS;
import static org.droveway.engine.security.Role.ENROLMENTS;
import static org.droveway.engine.security.Role.OPERATORS;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.util.UUID;
import org.droveway.engine.security.Role;
import org.jspecify.annotations.Nullable;

/** Tells a token's holder what the token is. */
@Path("/whoami")
@RolesAllowed({ADMINS, OPERATORS, ENROLMENTS})
@Produces(MediaType.APPLICATION_JSON)
public class WhoamiResource {
    /** Role, id and, if it has one, name of the token. */
    public record Whoami(Role role, UUID tokenId, @Nullable String name) {}

    /** The token of this request. */
    @GET
    public Whoami whoami(@Context SecurityContext context) {
        TokenHolder holder = (TokenHolder) context.getUserPrincipal();
        return new Whoami(
                holder.token().role(), holder.token().id(), holder.token().name());
    }
}
