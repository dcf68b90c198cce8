package org.droveway.engine.api;

import static org.droveway.engine.security.Role.ADMINS;
import static org.droveway.engine.security.Role.OPERATORS;
import static org.droveway.engine.security.Role.VIEWERS;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import org.droveway.engine.inventory.InvalidInputException;
import org.droveway.engine.inventory.PolicyScope;
import org.droveway.engine.inventory.store.NewStatement;
import org.droveway.engine.inventory.store.Statements;
import org.jspecify.annotations.Nullable;

/** What a data center says beside its migration policy. */
@Path("/datacenters/{name}/policy")
@RolesAllowed(ADMINS)
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class DataCenterPolicyResource {
    @Inject
    Statements statements;

    /** With its ETag. */
    @GET
    @RolesAllowed({ADMINS, OPERATORS, VIEWERS})
    public Response get(@PathParam("name") String name) {
        return PolicyAnswer.of(PolicyScope.DATA_CENTER, name, statements.ofDataCenter(name));
    }

    /** Says exactly this from now on. */
    @PUT
    public Response set(
            @PathParam("name") String name,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Context SecurityContext caller,
            @Nullable PolicyWish body) {
        if (Input.body(body).security() != null) {
            throw new InvalidInputException(
                    "security is given; needed: nothing, the security of a data center is set by"
                            + " its migration policy, PUT /datacenters/" + name + "/migration");
        }
        return set(name, body.by(caller), ifMatch);
    }

    /** Says nothing from now on. */
    @DELETE
    public Response unset(
            @PathParam("name") String name,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Context SecurityContext caller) {
        return set(name, PolicyWish.nothing(caller), ifMatch);
    }

    private Response set(String name, NewStatement statement, @Nullable String ifMatch) {
        return PolicyAnswer.of(
                PolicyScope.DATA_CENTER, name, statements.setOfDataCenter(name, statement, IfMatch.version(ifMatch)));
    }
}
