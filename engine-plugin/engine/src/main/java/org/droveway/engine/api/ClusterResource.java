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
import java.util.List;
import org.droveway.engine.api.view.ClusterView;
import org.droveway.engine.inventory.Cluster;
import org.droveway.engine.inventory.InventorySnapshot;
import org.droveway.engine.inventory.store.Clusters;
import org.droveway.engine.migration.service.SnapshotReader;
import org.jspecify.annotations.Nullable;

/** Clusters. */
@Path("/clusters")
@RolesAllowed(ADMINS)
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class ClusterResource {
    @Inject
    Clusters clusters;

    @Inject
    SnapshotReader snapshots;

    /** A new cluster. */
    public record Creation(@Nullable String name, @Nullable String datacenter) {}

    /** All, by name. */
    @GET
    @RolesAllowed({ADMINS, OPERATORS, VIEWERS})
    public List<ClusterView> list() {
        InventorySnapshot snapshot = snapshots.read();
        return snapshot.clusters().stream()
                .map(c -> ClusterView.of(c, snapshot))
                .toList();
    }

    /** One. */
    @GET
    @Path("/{name}")
    @RolesAllowed({ADMINS, OPERATORS, VIEWERS})
    public ClusterView get(@PathParam("name") String name) {
        return ClusterView.of(clusters.get(name), snapshots.read());
    }

    /** Makes one. */
    @POST
    public Response create(@Nullable Creation body) {
        String name = Input.field("name", Input.body(body).name());
        Cluster cluster = clusters.create(name, Input.field("datacenter", body.datacenter()));
        return Response.status(Response.Status.CREATED)
                .entity(ClusterView.of(cluster, snapshots.read()))
                .build();
    }

    /** Removes one without hosts. */
    @DELETE
    @Path("/{name}")
    public void remove(@PathParam("name") String name) {
        clusters.remove(name);
    }
}
