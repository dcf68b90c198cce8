package org.droveway.engine.api;

import static org.droveway.engine.security.Role.ADMINS;
import static org.droveway.engine.security.Role.OPERATORS;
import static org.droveway.engine.security.Role.VIEWERS;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import org.droveway.engine.api.view.PolicySetView;
import org.droveway.engine.datacentercfg.DatacenterCfg;
import org.droveway.engine.datacentercfg.store.CfgFiles;
import org.droveway.engine.inventory.store.DataCenters;
import org.droveway.engine.migration.service.SnapshotReader;
import org.jspecify.annotations.Nullable;

/** A data center's datacenter.cfg as a whole. */
@Path("/datacenters/{name}/datacenter.cfg")
@RolesAllowed(ADMINS)
public class DatacenterCfgResource {
    @Inject
    CfgFiles files;

    @Inject
    DataCenters dataCenters;

    @Inject
    SnapshotReader snapshots;

    /** The file, byte for byte, with its digest as ETag. */
    @GET
    @Produces(MediaType.TEXT_PLAIN)
    @RolesAllowed({ADMINS, OPERATORS, VIEWERS})
    public Response export(@PathParam("name") String name) {
        DatacenterCfg file = files.get(name);
        return Response.ok(file.bytes()).tag(tag(file)).build();
    }

    /** Puts another file in place of the one that the caller saw; the body's type does not matter. */
    @PUT
    @Consumes(MediaType.WILDCARD)
    @Produces(MediaType.APPLICATION_JSON)
    public Response replace(
            @PathParam("name") String name,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            InputStream body)
            throws IOException {
        String digest = IfMatch.digest(ifMatch);
        DatacenterCfg file = DatacenterCfg.parse(body.readNBytes(DatacenterCfg.MAX_BYTES + 1));
        files.replace(name, file, digest);
        return Response.ok(PolicySetView.of(dataCenters.get(name), snapshots.read()))
                .tag(tag(file))
                .build();
    }

    private static EntityTag tag(DatacenterCfg file) {
        return new EntityTag(file.digest());
    }
}
