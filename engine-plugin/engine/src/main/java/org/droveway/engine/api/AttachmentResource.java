package org.droveway.engine.api;

import static org.droveway.engine.security.Role.ADMINS;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.droveway.engine.api.view.NetworkView;
import org.droveway.engine.inventory.InvalidInputException;
import org.droveway.engine.inventory.NetworkRole;
import org.droveway.engine.inventory.Words;
import org.droveway.engine.inventory.store.Attachments;
import org.droveway.engine.inventory.store.Networks;
import org.droveway.engine.migration.service.SnapshotReader;
import org.jspecify.annotations.Nullable;

/** Networks of a cluster and their roles there. */
@Path("/clusters/{cluster}/networks/{network}")
@RolesAllowed(ADMINS)
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class AttachmentResource {
    @Inject
    Attachments attachments;

    @Inject
    Networks networks;

    @Inject
    SnapshotReader snapshots;

    @PathParam("cluster")
    String cluster;

    @PathParam("network")
    String network;

    /** How the cluster has the network. */
    public record Values(@Nullable Boolean required) {}

    /** Attaches the network. */
    @PUT
    public NetworkView attach(@Nullable Values body) {
        boolean required = body != null && Boolean.TRUE.equals(body.required());
        attachments.attach(cluster, network, required);
        return view();
    }

    /** Detaches it. */
    @DELETE
    public void detach() {
        attachments.detach(cluster, network);
    }

    /** Grants a role. */
    @PUT
    @Path("/roles/{role}")
    @Consumes(MediaType.WILDCARD)
    public NetworkView grant(@PathParam("role") String role) {
        attachments.grant(cluster, network, role(role));
        return view();
    }

    /** Revokes a role. */
    @DELETE
    @Path("/roles/{role}")
    public NetworkView revoke(@PathParam("role") String role) {
        attachments.revoke(cluster, network, role(role));
        return view();
    }

    private NetworkView view() {
        return NetworkView.of(networks.get(network), snapshots.read());
    }

    private static NetworkRole role(String word) {
        return Arrays.stream(NetworkRole.values())
                .filter(role -> Words.of(role).equals(word))
                .findFirst()
                .orElseThrow(() -> new InvalidInputException("role is '" + word + "', needed one of "
                        + Arrays.stream(NetworkRole.values()).map(Words::of).collect(Collectors.joining(", "))));
    }
}
