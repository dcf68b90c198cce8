package org.droveway.engine.api;

import static org.droveway.engine.security.Role.ADMINS;
import static org.droveway.engine.security.Role.OPERATORS;
import static org.droveway.engine.security.Role.VIEWERS;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.droveway.engine.api.view.HostView;
import org.droveway.engine.inventory.InventorySnapshot;
import org.droveway.engine.inventory.UnknownObjectException;
import org.droveway.engine.inventory.store.Hosts;
import org.droveway.engine.migration.service.SnapshotReader;
import org.droveway.protocol.host.HostMode;
import org.jspecify.annotations.Nullable;

/** Enrolled hosts. */
@Path("/hosts")
@RolesAllowed(ADMINS)
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class HostResource {
    @Inject
    Hosts hosts;

    @Inject
    SnapshotReader snapshots;

    /** The mode a host is to be in. */
    public record Mode(@Nullable HostMode mode) {}

    /** The address a host is to use. */
    public record Address(@Nullable String address) {}

    /** All, by name. */
    @GET
    @RolesAllowed({ADMINS, OPERATORS, VIEWERS})
    public List<HostView> list() {
        InventorySnapshot snapshot = snapshots.read();
        return snapshot.hosts().stream().map(h -> HostView.of(h, snapshot)).toList();
    }

    /** One. */
    @GET
    @Path("/{name}")
    @RolesAllowed({ADMINS, OPERATORS, VIEWERS})
    public HostView get(@PathParam("name") String name) {
        InventorySnapshot snapshot = snapshots.read();
        return HostView.of(snapshot.host(name).orElseThrow(() -> new UnknownObjectException("host", name)), snapshot);
    }

    /** Sets the mode; the agent is told at once, or when it connects. */
    @PUT
    @Path("/{name}/mode")
    public HostView setMode(@PathParam("name") String name, @Nullable Mode body) {
        hosts.setMode(name, Input.field("mode", Input.body(body).mode()));
        return get(name);
    }

    /** Pins the address that the host uses in a network. */
    @PUT
    @Path("/{name}/pins/{network}")
    public HostView pin(@PathParam("name") String name, @PathParam("network") String network, @Nullable Address body) {
        hosts.pin(name, network, Input.field("address", Input.body(body).address()));
        return get(name);
    }

    /** Forgets a pin. */
    @DELETE
    @Path("/{name}/pins/{network}")
    public HostView unpin(@PathParam("name") String name, @PathParam("network") String network) {
        hosts.unpin(name, network);
        return get(name);
    }

    /** Removes a host: its certificates are no longer accepted. */
    @DELETE
    @Path("/{name}")
    public void remove(@PathParam("name") String name) {
        hosts.remove(name);
    }
}
