package org.droveway.engine.api;

import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.ext.Provider;
import java.time.Clock;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.Set;
import org.droveway.engine.audit.Action;
import org.droveway.engine.audit.Allowance;
import org.droveway.engine.audit.Authorship;
import org.droveway.engine.audit.Fact;
import org.droveway.engine.audit.Outcome;
import org.droveway.engine.audit.store.AuditLog;

/** Writes down what was asked for and not done. */
@Provider
public class RefusalRecorder implements ContainerResponseFilter {
    private static final Set<Integer> REFUSALS = Set.of(401, 403, 409, 412, 429);
    private static final Set<String> READS = Set.of("GET", "HEAD", "OPTIONS");

    private final Allowance strangers =
            new Allowance(60, Duration.ofSeconds(1), Clock.systemUTC().instant());

    @Inject
    AuditLog audit;

    @Inject
    Clock clock;

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        // Not a bean of the request: answers that come later are sent by another thread.
        if (!(request.getProperty(Caller.AUTHORSHIP) instanceof Authorship author) || !isTold(request, response)) {
            return;
        }
        if (response.getStatus() != 401 && response.getStatus() != 429) {
            record(author, request, response, 0);
            return;
        }
        OptionalLong leftOut = strangers.take(clock.instant());
        if (leftOut.isPresent()) {
            record(author, request, response, leftOut.getAsLong());
        }
    }

    private static boolean isTold(ContainerRequestContext request, ContainerResponseContext response) {
        int status = response.getStatus();
        return REFUSALS.contains(status) || status >= 500 || (status >= 400 && !READS.contains(request.getMethod()));
    }

    private void record(
            Authorship author, ContainerRequestContext request, ContainerResponseContext response, long leftOut) {
        String detail = response.getEntity() instanceof ProblemDetail problem
                ? problem.detail()
                : response.getStatusInfo().getReasonPhrase();
        String reason =
                leftOut == 0 ? detail : detail + "; " + leftOut + " more since the last such entry were left out";
        Outcome outcome = response.getStatus() >= 500 ? Outcome.FAILED : Outcome.REFUSED;
        audit.record(new Fact(author, Action.REQUEST, Caller.path(request), null, null, outcome, reason));
    }
}
