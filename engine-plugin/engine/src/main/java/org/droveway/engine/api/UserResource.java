package org.droveway.engine.api;

import static org.droveway.engine.security.Role.ADMINS;
import static org.droveway.engine.security.Role.OPERATORS;
import static org.droveway.engine.security.Role.VIEWERS;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.droveway.engine.security.Logins;
import org.droveway.engine.security.Permission;
import org.droveway.engine.security.Rights;
import org.droveway.engine.security.Role;
import org.droveway.engine.security.User;
import org.droveway.engine.security.Users;
import org.jspecify.annotations.Nullable;

/** People who log in by name and password. */
@Path("/users")
@RolesAllowed(ADMINS)
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class UserResource {
    @Inject
    Users users;

    @Inject
    Logins logins;

    /**
     * A new user, or new rights of one; name and password count only when it is made.
     *
     * @param permissions for role operator; null: none
     * @param password null: one is generated
     */
    public record Values(
            @Nullable String name,
            @Nullable Role role,
            @Nullable Set<Permission> permissions,
            @Nullable String password) {
        @Override
        public String toString() {
            return "Values[" + name + "]";
        }
    }

    /** A user just made; the password, if it was generated, is shown only here. */
    public record Made(
            String name,
            Role role,
            Set<Permission> permissions,
            Instant created,
            @Nullable String password) {}

    /**
     * Another password.
     *
     * @param current the one until now; administrators may leave it out for others
     */
    public record Change(@Nullable String current, @Nullable String password) {
        @Override
        public String toString() {
            return "Change[]";
        }
    }

    /** All, by name. */
    @GET
    @RolesAllowed({ADMINS, OPERATORS, VIEWERS})
    public List<User> list() {
        return users.list();
    }

    /** One. */
    @GET
    @Path("/{name}")
    @RolesAllowed({ADMINS, OPERATORS, VIEWERS})
    public User get(@PathParam("name") String name) {
        return users.get(name);
    }

    /** Makes one. */
    @POST
    public Response create(@Nullable Values body) {
        String name = Input.field("name", Input.body(body).name());
        Rights rights = Rights.of(Input.field("role", body.role()), body.permissions());
        Logins.NewUser made = logins.create(name, rights, body.password());
        User user = made.user();
        Made answer = new Made(user.name(), user.role(), user.permissions(), user.created(), made.password());
        return Response.status(Response.Status.CREATED).entity(answer).build();
    }

    /** Gives one other rights. */
    @PUT
    @Path("/{name}")
    public User change(@PathParam("name") String name, @Nullable Values body) {
        Role role = Input.field("role", Input.body(body).role());
        return users.setRights(name, Rights.of(role, body.permissions()));
    }

    /** Sets a password: everybody one's own, administrators everybody's. */
    @PUT
    @Path("/{name}/password")
    @RolesAllowed({ADMINS, OPERATORS, VIEWERS})
    public void setPassword(@Context SecurityContext context, @PathParam("name") String name, @Nullable Change change) {
        boolean own =
                name.equals(((TokenHolder) context.getUserPrincipal()).token().user());
        if (!own && !context.isUserInRole(ADMINS)) {
            throw new ForbiddenException(
                    "the password is user " + name + "'s; needed role admin, or a session of that user");
        }
        String password = Input.field("password", Input.body(change).password());
        if (own) {
            logins.changePassword(name, Input.field("current", change.current()), password);
        } else {
            logins.setPassword(name, password);
        }
    }

    /** Removes one. */
    @DELETE
    @Path("/{name}")
    public void remove(@PathParam("name") String name) {
        users.remove(name);
    }
}
