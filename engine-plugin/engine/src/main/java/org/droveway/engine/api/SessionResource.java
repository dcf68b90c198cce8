package org.droveway.engine.api;

import static org.droveway.engine.security.Role.ADMINS;
import static org.droveway.engine.security.Role.OPERATORS;
import static org.droveway.engine.security.Role.VIEWERS;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.droveway.engine.audit.Authorship;
import org.droveway.engine.audit.store.Author;
import org.droveway.engine.inventory.InvalidInputException;
import org.droveway.engine.security.Logins;
import org.droveway.engine.security.NewToken;
import org.droveway.engine.security.Permission;
import org.droveway.engine.security.Role;
import org.droveway.engine.security.Token;
import org.droveway.engine.security.Tokens;
import org.jspecify.annotations.Nullable;

/** Sessions of people: a short-lived token for name and password. */
@Path("/sessions")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class SessionResource {
    private static final Duration USUAL = Duration.ofHours(1);
    private static final Duration LONGEST = Duration.ofHours(12);

    @Inject
    Logins logins;

    @Inject
    Tokens tokens;

    @Inject
    Author author;

    /**
     * Who comes.
     *
     * @param ttl ISO-8601, at most {@code PT12H}; null: {@code PT1H}
     */
    public record Login(
            @Nullable String user,
            @Nullable String password,
            @Nullable String ttl) {
        @Override
        public String toString() {
            return "Login[" + user + "]";
        }
    }

    /** A session with its token, shown once. */
    public record Opened(
            UUID id,
            String user,
            String token,
            Role role,
            Set<Permission> permissions,
            @Nullable Instant expires) {}

    /** Opens one. */
    @POST
    @PermitAll
    public Response login(@Nullable Login login) {
        String user = Input.field("user", Input.body(login).user());
        String password = Input.field("password", login.password());
        Duration lifetime = Objects.requireNonNullElse(Input.lifetime(login.ttl(), LONGEST), USUAL);
        Authorship stranger = author.authorship();
        author.is(user + " (login)", stranger.address(), stranger.request());
        NewToken made = logins.login(user, password, lifetime);
        Token token = made.token();
        Opened session =
                new Opened(token.id(), user, made.secret(), token.role(), token.permissions(), token.expires());
        return Response.status(Response.Status.CREATED).entity(session).build();
    }

    /** Ends the one that the request comes with. */
    @DELETE
    @Path("/current")
    @RolesAllowed({ADMINS, OPERATORS, VIEWERS})
    public void logout(@Context SecurityContext context) {
        Token token = ((TokenHolder) context.getUserPrincipal()).token();
        if (token.user() == null) {
            throw new InvalidInputException("the token is of no session; DELETE /tokens/" + token.id() + " revokes it");
        }
        tokens.revoke(token.id());
    }
}
