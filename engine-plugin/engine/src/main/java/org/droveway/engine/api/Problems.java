package org.droveway.engine.api;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.List;
import org.droveway.protocol.Refusal;
import org.jspecify.annotations.Nullable;

/** Makes responses of problems. */
final class Problems {
    static final String MEDIA_TYPE = "application/problem+json";

    private Problems() {}

    static Response of(Response.StatusType status, String detail) {
        return of(status, detail, null, null);
    }

    static Response refused(String detail, List<Refusal> refusals, @Nullable Object plan) {
        return of(Response.Status.CONFLICT, detail, refusals, plan);
    }

    /** Wrong name or password, or, with a time to wait, not looked at. */
    static Response login(String detail, Duration wait) {
        if (wait.isZero()) {
            return of(Response.Status.UNAUTHORIZED, detail);
        }
        return Response.fromResponse(of(Response.Status.TOO_MANY_REQUESTS, detail))
                .header(HttpHeaders.RETRY_AFTER, wait.toSeconds() + 1)
                .build();
    }

    private static Response of(
            Response.StatusType status, String detail, @Nullable List<Refusal> refusals, @Nullable Object plan) {
        ProblemDetail problem = new ProblemDetail(
                "about:blank", status.getReasonPhrase(), status.getStatusCode(), detail, refusals, plan);
        return Response.status(status).type(MEDIA_TYPE).entity(problem).build();
    }
}
