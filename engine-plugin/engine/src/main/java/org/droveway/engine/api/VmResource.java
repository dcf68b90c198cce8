package org.droveway.engine.api;

import static org.droveway.engine.security.Role.ADMINS;
import static org.droveway.engine.security.Role.OPERATORS;
import static org.droveway.engine.security.Role.VIEWERS;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Comparator;
import java.util.List;
import org.droveway.engine.api.view.EffectivePolicyView;
import org.droveway.engine.api.view.VmView;
import org.droveway.engine.inventory.InventorySnapshot;
import org.droveway.engine.inventory.Vm;
import org.droveway.engine.migration.StandingPolicy;
import org.droveway.engine.migration.service.SnapshotReader;

/** VMs of the hosts that are up. */
@Path("/vms")
@RolesAllowed({ADMINS, OPERATORS, VIEWERS})
@Produces(MediaType.APPLICATION_JSON)
public class VmResource {
    @Inject
    SnapshotReader snapshots;

    /** All, by name; one that two hosts report, because it moves, where it runs. */
    @GET
    public List<VmView> list() {
        InventorySnapshot snapshot = snapshots.read();
        return snapshot.vms().stream()
                .map(Vm::id)
                .distinct()
                .map(id -> VmView.of(snapshot.vm(id.toString()), snapshot))
                .sorted(Comparator.comparing(VmView::name).thenComparing(VmView::id))
                .toList();
    }

    /** One, by name or UUID. */
    @GET
    @Path("/{vm}")
    public VmView get(@PathParam("vm") String nameOrId) {
        InventorySnapshot snapshot = snapshots.read();
        return VmView.of(snapshot.vm(nameOrId), snapshot);
    }

    /** What is in force for it, and why. */
    @GET
    @Path("/{vm}/effective-policy")
    public EffectivePolicyView effectivePolicy(@PathParam("vm") String nameOrId) {
        return EffectivePolicyView.of(StandingPolicy.of(nameOrId, snapshots.read()));
    }
}
