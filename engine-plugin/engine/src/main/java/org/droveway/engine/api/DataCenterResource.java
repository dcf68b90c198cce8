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
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.droveway.engine.api.view.DataCenterView;
import org.droveway.engine.api.view.PolicySetView;
import org.droveway.engine.inventory.DataCenter;
import org.droveway.engine.inventory.InventorySnapshot;
import org.droveway.engine.inventory.MigrationPolicy;
import org.droveway.engine.inventory.store.DataCenters;
import org.droveway.engine.migration.service.SnapshotReader;
import org.droveway.engine.policy.PolicyGrammar;
import org.jspecify.annotations.Nullable;

/** Data centers and their migration policy. */
@Path("/datacenters")
@RolesAllowed(ADMINS)
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class DataCenterResource {
    @Inject
    DataCenters dataCenters;

    @Inject
    SnapshotReader snapshots;

    /** A new data center. */
    public record Creation(@Nullable String name) {}

    /** A policy as datacenter.cfg writes it. */
    public record Policy(@Nullable String migration) {}

    /** All, by name. */
    @GET
    @RolesAllowed({ADMINS, OPERATORS, VIEWERS})
    public List<DataCenterView> list() {
        InventorySnapshot snapshot = snapshots.read();
        return snapshot.datacenters().stream()
                .map(d -> DataCenterView.of(d, snapshot))
                .toList();
    }

    /** One, with its ETag. */
    @GET
    @Path("/{name}")
    @RolesAllowed({ADMINS, OPERATORS, VIEWERS})
    public Response get(@PathParam("name") String name) {
        return answer(Response.ok(), dataCenters.get(name));
    }

    /** Makes one. */
    @POST
    public Response create(@Nullable Creation body) {
        String name = Input.field("name", Input.body(body).name());
        return answer(Response.status(Response.Status.CREATED), dataCenters.create(name));
    }

    /** Sets the migration policy, and tells what speaks against its CIDR. */
    @PUT
    @Path("/{name}/migration")
    public Response setPolicy(
            @PathParam("name") String name,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Nullable Policy body) {
        MigrationPolicy policy =
                PolicyGrammar.parse(Input.field("migration", Input.body(body).migration()));
        DataCenter set = dataCenters.setPolicy(name, policy, IfMatch.version(ifMatch));
        return Response.ok(PolicySetView.of(set, snapshots.read()))
                .tag(tag(set))
                .build();
    }

    /** Unsets the migration policy. */
    @DELETE
    @Path("/{name}/migration")
    public Response unsetPolicy(
            @PathParam("name") String name, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        return answer(Response.ok(), dataCenters.setPolicy(name, null, IfMatch.version(ifMatch)));
    }

    /** Removes one without clusters. */
    @DELETE
    @Path("/{name}")
    public void remove(@PathParam("name") String name) {
        dataCenters.remove(name);
    }

    private Response answer(Response.ResponseBuilder response, DataCenter dataCenter) {
        return response.entity(DataCenterView.of(dataCenter, snapshots.read()))
                .tag(tag(dataCenter))
                .build();
    }

    private static EntityTag tag(DataCenter dataCenter) {
        return new EntityTag(Long.toString(dataCenter.policyVersion()));
    }
}
