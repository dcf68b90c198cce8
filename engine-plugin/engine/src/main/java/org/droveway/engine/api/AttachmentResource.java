package org.droveway.engine.api;

import static org.droveway.engine.security.Role.ADMINS;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.droveway.engine.api.view.NetworkView;
import org.droveway.engine.inventory.InvalidInputException;
import org.droveway.engine.inventory.NetworkRole;
import org.droveway.engine.inventory.Words;
import org.droveway.engine.inventory.store.Attachments;
import org.droveway.engine.inventory.store.Networks;
import org.droveway.engine.migration.service.NetworkEdits;
import org.droveway.engine.migration.service.RoleChanges;
import org.droveway.engine.migration.service.SnapshotReader;
import org.droveway.engine.network.RoleChange;
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
    RoleChanges roleChanges;

    @Inject
    NetworkEdits edits;

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
        edits.attach(cluster, network, required);
        return view();
    }

    /** Detaches it. */
    @DELETE
    public void detach() {
        attachments.detach(cluster, network);
    }

    /** Grants a role, or with dryRun says what would come of it: a network or a preview. */
    @PUT
    @Path("/roles/{role}")
    @Consumes(MediaType.WILDCARD)
    public Object grant(@PathParam("role") String role, @QueryParam("dryRun") @DefaultValue("false") String dryRun) {
        return change(role(role), true, Input.flag("dryRun", dryRun));
    }

    /** Revokes a role, or with dryRun says what would come of it: a network or a preview. */
    @DELETE
    @Path("/roles/{role}")
    public Object revoke(@PathParam("role") String role, @QueryParam("dryRun") @DefaultValue("false") String dryRun) {
        return change(role(role), false, Input.flag("dryRun", dryRun));
    }

    private Object change(NetworkRole role, boolean granted, boolean dryRun) {
        RoleChange change = new RoleChange(cluster, network, granted);
        if (dryRun && role != NetworkRole.MIGRATION) {
            throw new InvalidInputException("dryRun is for the role migration; nothing depends on " + Words.of(role));
        }
        if (dryRun) {
            return roleChanges.preview(change);
        }
        if (role == NetworkRole.MIGRATION) {
            roleChanges.commit(change);
        } else if (granted) {
            attachments.grant(cluster, network, role);
        } else {
            attachments.revoke(cluster, network, role);
        }
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
