package org.droveway.engine.api.events;

import static org.droveway.engine.security.Role.ADMINS;
import static org.droveway.engine.security.Role.OPERATORS;
import static org.droveway.engine.security.Role.VIEWERS;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import org.droveway.engine.api.TokenHolder;

/** Everything there is and every change of it, as server-sent events. */
@Path("/events")
@RolesAllowed({ADMINS, OPERATORS, VIEWERS})
public class EventResource {
    @Inject
    EventHub hub;

    /** Stays open until the client leaves, or its token is revoked or expires. */
    @GET
    @Produces(MediaType.SERVER_SENT_EVENTS)
    public void events(@Context SseEventSink sink, @Context Sse sse, @Context SecurityContext caller) {
        hub.subscribe(TokenHolder.of(caller).token().id(), sink, sse);
    }
}
