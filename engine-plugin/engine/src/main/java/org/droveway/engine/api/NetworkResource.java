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
import org.droveway.engine.api.view.NetworkView;
import org.droveway.engine.inventory.InventorySnapshot;
import org.droveway.engine.inventory.Network;
import org.droveway.engine.inventory.store.Networks;
import org.droveway.engine.migration.service.NetworkEdits;
import org.droveway.engine.migration.service.SnapshotReader;
import org.jspecify.annotations.Nullable;

/** Logical networks. */
@Path("/networks")
@RolesAllowed(ADMINS)
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class NetworkResource {
    @Inject
    Networks networks;

    @Inject
    NetworkEdits edits;

    @Inject
    SnapshotReader snapshots;

    /** A new network, or new values of one; the name counts only when it is made. */
    public record Values(
            @Nullable String name,
            @Nullable String cidr,
            @Nullable Integer mtu) {}

    /** All, by name. */
    @GET
    @RolesAllowed({ADMINS, OPERATORS, VIEWERS})
    public List<NetworkView> list() {
        InventorySnapshot snapshot = snapshots.read();
        return snapshot.networks().stream()
                .map(n -> NetworkView.of(n, snapshot))
                .toList();
    }

    /** One, with its ETag. */
    @GET
    @Path("/{name}")
    @RolesAllowed({ADMINS, OPERATORS, VIEWERS})
    public Response get(@PathParam("name") String name) {
        return answer(Response.ok(), networks.get(name));
    }

    /** Makes one. */
    @POST
    public Response create(@Nullable Values body) {
        String name = Input.field("name", Input.body(body).name());
        Network network = networks.create(name, Input.field("cidr", body.cidr()), Input.field("mtu", body.mtu()));
        return answer(Response.status(Response.Status.CREATED), network);
    }

    /** Changes one. */
    @PUT
    @Path("/{name}")
    public Response change(
            @PathParam("name") String name,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Nullable Values body) {
        String cidr = Input.field("cidr", Input.body(body).cidr());
        Network after = Networks.values(name, cidr, Input.field("mtu", body.mtu()));
        return answer(Response.ok(), edits.change(after, IfMatch.text(ifMatch)));
    }

    /** Removes one that is no migration network. */
    @DELETE
    @Path("/{name}")
    public void remove(@PathParam("name") String name) {
        networks.remove(name);
    }

    private Response answer(Response.ResponseBuilder response, Network network) {
        return response.entity(NetworkView.of(network, snapshots.read()))
                .tag(new EntityTag(network.version()))
                .build();
    }
}
