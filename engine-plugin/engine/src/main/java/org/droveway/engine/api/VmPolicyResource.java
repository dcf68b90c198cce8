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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import org.droveway.engine.inventory.InventorySnapshot;
import org.droveway.engine.inventory.PolicyScope;
import org.droveway.engine.inventory.PolicyStatement;
import org.droveway.engine.inventory.StatedPolicy;
import org.droveway.engine.inventory.Vm;
import org.droveway.engine.migration.service.SnapshotReader;
import org.droveway.engine.migration.service.VmPolicies;
import org.jspecify.annotations.Nullable;

/** What is said of a VM: everybody who migrates may tighten it; to loosen it takes migration-override. */
@Path("/vms/{vm}/policy")
@RolesAllowed({ADMINS, OPERATORS})
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class VmPolicyResource {
    @Inject
    SnapshotReader snapshots;

    @Inject
    VmPolicies policies;

    /** With its ETag. */
    @GET
    @RolesAllowed({ADMINS, OPERATORS, VIEWERS})
    public Response get(@PathParam("vm") String nameOrId) {
        InventorySnapshot snapshot = snapshots.read();
        Vm vm = snapshot.vm(nameOrId);
        return PolicyAnswer.of(PolicyScope.VM, vm.name(), snapshot.statements().ofVm(vm.id()));
    }

    /** Says exactly this from now on. */
    @PUT
    public Response set(
            @PathParam("vm") String nameOrId,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Context SecurityContext caller,
            @Nullable PolicyWish body) {
        PolicyStatement says = Input.body(body).statement();
        return set(nameOrId, says, Input.reason(body.reason()), ifMatch, caller);
    }

    /** Says nothing from now on. */
    @DELETE
    public Response unset(
            @PathParam("vm") String nameOrId,
            @QueryParam("reason") @Nullable String reason,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Context SecurityContext caller) {
        return set(nameOrId, PolicyStatement.NOTHING, Input.reason(reason), ifMatch, caller);
    }

    private Response set(
            String nameOrId,
            PolicyStatement says,
            @Nullable String reason,
            @Nullable String ifMatch,
            SecurityContext caller) {
        VmPolicies.Author author =
                new VmPolicies.Author(caller.getUserPrincipal().getName(), Permissions.mayOverride(caller), reason);
        InventorySnapshot snapshot = snapshots.read();
        StatedPolicy stated = policies.set(snapshot, nameOrId, says, author, IfMatch.version(ifMatch));
        return PolicyAnswer.of(PolicyScope.VM, snapshot.vm(nameOrId).name(), stated);
    }
}
