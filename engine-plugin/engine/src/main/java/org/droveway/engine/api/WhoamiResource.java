package org.droveway.engine.api;

import static org.droveway.engine.security.Role.ADMINS;
import static org.droveway.engine.security.Role.ENROLMENTS;
import static org.droveway.engine.security.Role.OPERATORS;
import static org.droveway.engine.security.Role.VIEWERS;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.droveway.engine.security.Permission;
import org.droveway.engine.security.Role;
import org.droveway.engine.security.Token;
import org.jspecify.annotations.Nullable;

/** Tells a token's holder what the token is. */
@Path("/whoami")
@RolesAllowed({ADMINS, OPERATORS, VIEWERS, ENROLMENTS})
@Produces(MediaType.APPLICATION_JSON)
public class WhoamiResource {
    /**
     * The token of a request.
     *
     * @param name of the token; null: it has none
     * @param user whose session it is; null: nobody's
     */
    public record Whoami(
            Role role,
            Set<Permission> permissions,
            UUID tokenId,
            @Nullable String name,
            @Nullable String user,
            @Nullable Instant expires) {}

    /** The token of this request. */
    @GET
    public Whoami whoami(@Context SecurityContext context) {
        Token token = ((TokenHolder) context.getUserPrincipal()).token();
        return new Whoami(token.role(), token.permissions(), token.id(), token.name(), token.user(), token.expires());
    }
}
