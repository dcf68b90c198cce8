package org.droveway.engine.api;

import static org.droveway.engine.security.Role.ADMINS;
import static org.droveway.engine.security.Role.OPERATORS;
import static org.droveway.engine.security.Role.VIEWERS;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.droveway.engine.api.view.MigrationView;
import org.droveway.engine.audit.store.Author;
import org.droveway.engine.inventory.UnknownObjectException;
import org.droveway.engine.migration.Migration;
import org.droveway.engine.migration.service.Cancellations;
import org.droveway.engine.migration.service.Migrations;
import org.droveway.engine.migration.service.ProgressBoard;
import org.droveway.engine.migration.store.MigrationStore;
import org.jspecify.annotations.Nullable;

/** Migrations. */
@Path("/migrations")
@RolesAllowed({ADMINS, OPERATORS})
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class MigrationResource {
    private static final int MOST = 1000;

    @Inject
    Migrations migrations;

    @Inject
    Cancellations cancellations;

    @Inject
    MigrationStore store;

    @Inject
    ProgressBoard progress;

    @Inject
    Author author;

    /** The migration that was started. */
    public record Started(UUID id) {}

    /** Newest first. */
    @GET
    @RolesAllowed({ADMINS, OPERATORS, VIEWERS})
    public List<MigrationView> list(
            @QueryParam("vm") @Nullable String vm,
            @QueryParam("state") @Nullable String state,
            @QueryParam("limit") @DefaultValue("100") String limit) {
        int most = Input.number("limit", limit, 1, MOST);
        return store.list(new MigrationStore.Filter(vm, MigrationWish.state(state), most)).stream()
                .map(this::view)
                .toList();
    }

    /** One. */
    @GET
    @Path("/{id}")
    @RolesAllowed({ADMINS, OPERATORS, VIEWERS})
    public MigrationView get(@PathParam("id") String id) {
        return view(store.get(parse(id)));
    }

    /** Starts one, or with dryRun only plans it and asks the hosts. */
    @POST
    public CompletionStage<Response> create(@Context SecurityContext context, @Nullable MigrationWish wish) {
        boolean mayOverride = Permissions.mayOverride(context);
        author.because(Input.reason(Input.body(wish).reason()));
        if (Boolean.TRUE.equals(wish.dryRun())) {
            return migrations
                    .ask(wish.toRequest(mayOverride))
                    .thenApply(plan -> Response.ok(plan).build());
        }
        Migration migration = migrations.start(
                wish.toRequest(mayOverride), context.getUserPrincipal().getName());
        return CompletableFuture.completedStage(
                Response.accepted(new Started(migration.id())).build());
    }

    /** Asks to stop one. */
    @POST
    @Path("/{id}/cancel")
    @Consumes(MediaType.WILDCARD)
    public Response cancel(@PathParam("id") String id) {
        return Response.accepted(view(cancellations.cancel(parse(id)))).build();
    }

    private MigrationView view(Migration migration) {
        return MigrationView.of(migration, progress.of(migration.id()).orElse(null));
    }

    private static UUID parse(String id) {
        return Input.id(id).orElseThrow(() -> new UnknownObjectException("migration", id));
    }
}
