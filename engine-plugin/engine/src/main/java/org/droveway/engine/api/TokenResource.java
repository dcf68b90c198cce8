package org.droveway.engine.api;

import static org.droveway.engine.security.Role.ADMINS;
import static org.droveway.engine.security.Role.OPERATORS;
import static org.droveway.engine.security.Role.VIEWERS;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.droveway.engine.inventory.InvalidInputException;
import org.droveway.engine.inventory.UnknownObjectException;
import org.droveway.engine.inventory.store.Clusters;
import org.droveway.engine.security.NewToken;
import org.droveway.engine.security.Permission;
import org.droveway.engine.security.Rights;
import org.droveway.engine.security.Role;
import org.droveway.engine.security.Token;
import org.droveway.engine.security.TokenOrder;
import org.droveway.engine.security.Tokens;
import org.jspecify.annotations.Nullable;

/** API tokens. */
@Path("/tokens")
@RolesAllowed(ADMINS)
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class TokenResource {
    private static final Duration LONGEST = Duration.ofDays(3650);

    @Inject
    Tokens tokens;

    @Inject
    Clusters clusters;

    /**
     * What is wanted.
     *
     * @param name who or what it is for; null: not said
     * @param permissions for role operator; null: none
     * @param ttl ISO-8601, for example {@code PT8H}; null: it does not expire
     * @param cluster with role enrolment: where hosts join
     */
    public record Wish(
            @Nullable String name,
            @Nullable Role role,
            @Nullable Set<Permission> permissions,
            @Nullable String ttl,
            @Nullable String cluster) {}

    /** A token with its secret, shown once. */
    public record Made(
            UUID id,
            @Nullable String name,
            String token,
            Role role,
            Set<Permission> permissions,
            @Nullable String cluster,
            @Nullable Instant expires) {}

    /** All tokens that were not revoked. */
    @GET
    @RolesAllowed({ADMINS, OPERATORS, VIEWERS})
    public List<Token> list() {
        return tokens.list();
    }

    /** Makes one. */
    @POST
    public Response create(@Nullable Wish wish) {
        Role role = Input.field("role", Input.body(wish).role());
        String cluster = wish.cluster();
        if ((role == Role.ENROLMENT) != (cluster != null)) {
            throw new InvalidInputException("cluster is needed with role enrolment, and only then");
        }
        if (cluster != null) {
            clusters.get(cluster);
        }
        NewToken made = tokens.create(new TokenOrder(
                wish.name(), Rights.of(role, wish.permissions()), Input.lifetime(wish.ttl(), LONGEST), cluster, null));
        Token token = made.token();
        Made answer =
                new Made(token.id(), token.name(), made.secret(), role, token.permissions(), cluster, token.expires());
        return Response.status(Response.Status.CREATED).entity(answer).build();
    }

    /** Revokes one at once. */
    @DELETE
    @Path("/{id}")
    public void revoke(@PathParam("id") String id) {
        tokens.revoke(Input.id(id).orElseThrow(() -> new UnknownObjectException("token", id)));
    }
}
