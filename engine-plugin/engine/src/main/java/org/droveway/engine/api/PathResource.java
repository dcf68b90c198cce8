package org.droveway.engine.api;

import static org.droveway.engine.security.Role.ADMINS;
import static org.droveway.engine.security.Role.OPERATORS;
import static org.droveway.engine.security.Role.VIEWERS;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.droveway.engine.api.view.PathView;
import org.droveway.engine.migration.store.Paths;

/** Ways between hosts, as the migrations that took them found them. */
@Path("/paths")
@RolesAllowed({ADMINS, OPERATORS, VIEWERS})
@Produces(MediaType.APPLICATION_JSON)
public class PathResource {
    @Inject
    Paths paths;

    /** All, by source and destination. */
    @GET
    public List<PathView> list() {
        return paths.all().stream().map(PathView::of).toList();
    }
}
