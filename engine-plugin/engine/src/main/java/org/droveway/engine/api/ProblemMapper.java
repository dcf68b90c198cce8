package org.droveway.engine.api;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.CompletionException;
import org.droveway.engine.address.AddressSyntaxException;
import org.droveway.engine.api.view.PartialPlan;
import org.droveway.engine.inventory.InvalidInputException;
import org.droveway.engine.inventory.RefusedException;
import org.droveway.engine.inventory.UnknownObjectException;
import org.droveway.engine.inventory.store.StaleVersionException;
import org.droveway.engine.migration.Plan;
import org.droveway.engine.migration.service.MigrationRefusedException;
import org.droveway.engine.policy.PolicySyntaxException;
import org.droveway.engine.security.LoginRefusedException;

/** Turns what went wrong into problem details. What nobody foresaw is logged and told without its inside. */
@Provider
public class ProblemMapper implements ExceptionMapper<Throwable> {
    private static final Logger LOG = System.getLogger(ProblemMapper.class.getName());

    @Context
    Request request;

    @Context
    UriInfo uri;

    @Context
    HttpHeaders headers;

    @Override
    public Response toResponse(Throwable failure) {
        if (failure instanceof WebApplicationException e) {
            return unmatched().problem(e);
        }
        if (failure instanceof UnknownObjectException) {
            return Problems.of(Status.NOT_FOUND, message(failure));
        }
        if (failure instanceof MigrationRefusedException e) {
            Plan plan = e.plan();
            Object shown = plan == null ? PartialPlan.of(e) : plan;
            return Problems.refused(message(e), e.refusals(), shown);
        }
        if (failure instanceof CompletionException && failure.getCause() != null) {
            return toResponse(failure.getCause());
        }
        if (failure instanceof LoginRefusedException e) {
            return Problems.login(message(e), e.retryAfter());
        }
        if (failure instanceof RefusedException e) {
            return Problems.refused(message(e), e.refusals(), null);
        }
        if (failure instanceof StaleVersionException) {
            return Problems.of(Status.PRECONDITION_FAILED, message(failure));
        }
        if (failure instanceof BodyLimit.BodyTooLargeException) {
            return Problems.of(Status.REQUEST_ENTITY_TOO_LARGE, message(failure));
        }
        if (failure instanceof InvalidInputException
                || failure instanceof PolicySyntaxException
                || failure instanceof AddressSyntaxException) {
            return Problems.of(Status.BAD_REQUEST, message(failure));
        }
        LOG.log(Level.ERROR, "a request failed", failure);
        return Problems.of(Status.INTERNAL_SERVER_ERROR, "the engine failed; its log says why");
    }

    private Unmatched unmatched() {
        return new Unmatched(
                request.getMethod(),
                uri.getRequestUri().getPath(),
                headers.getHeaderString(HttpHeaders.ACCEPT),
                headers.getHeaderString(HttpHeaders.CONTENT_TYPE));
    }

    private static String message(Throwable failure) {
        String message = failure.getMessage();
        return message == null ? failure.getClass().getSimpleName() : message;
    }
}
