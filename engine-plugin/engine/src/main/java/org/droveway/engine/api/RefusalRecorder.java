package org.droveway.engine.api;

import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.ext.Provider;
import java.util.Set;
import org.droveway.engine.audit.Action;
import org.droveway.engine.audit.Authorship;
import org.droveway.engine.audit.Fact;
import org.droveway.engine.audit.Outcome;
import org.droveway.engine.audit.store.AuditLog;
import org.droveway.engine.audit.store.RationedAudit;

/** Writes down what was asked for and not done. */
@Provider
public class RefusalRecorder implements ContainerResponseFilter {
    private static final Set<Integer> REFUSALS = Set.of(401, 403, 409, 412, 429);
    private static final Set<String> READS = Set.of("GET", "HEAD", "OPTIONS");

    @Inject
    AuditLog audit;

    @Inject
    RationedAudit strangers;

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        // Not a bean of the request: answers that come later are sent by another thread.
        if (!(request.getProperty(Caller.AUTHORSHIP) instanceof Authorship author) || !isTold(request, response)) {
            return;
        }
        Fact fact = fact(author, request, response);
        if (response.getStatus() == 401 || response.getStatus() == 429) {
            strangers.record(fact);
        } else {
            audit.record(fact);
        }
    }

    private static boolean isTold(ContainerRequestContext request, ContainerResponseContext response) {
        int status = response.getStatus();
        return REFUSALS.contains(status) || status >= 500 || (status >= 400 && !READS.contains(request.getMethod()));
    }

    private static Fact fact(Authorship author, ContainerRequestContext request, ContainerResponseContext response) {
        String reason = response.getEntity() instanceof Problem problem
                ? problem.detail()
                : response.getStatusInfo().getReasonPhrase();
        Outcome outcome = response.getStatus() >= 500 ? Outcome.FAILED : Outcome.REFUSED;
        return new Fact(author, Action.REQUEST, Caller.path(request), null, null, outcome, reason);
    }
}
