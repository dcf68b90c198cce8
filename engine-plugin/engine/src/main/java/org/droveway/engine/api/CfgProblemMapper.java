package org.droveway.engine.api;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.List;
import org.droveway.engine.datacentercfg.CfgError;
import org.droveway.engine.datacentercfg.CfgSyntaxException;

/** A datacenter.cfg that is wrong: every error as a sentence, and as what it is made of. */
@Provider
public class CfgProblemMapper implements ExceptionMapper<CfgSyntaxException> {
    /** A problem detail with all errors, by line and column. */
    record CfgProblem(String type, String title, int status, String detail, List<CfgError> errors) implements Problem {}

    @Override
    public Response toResponse(CfgSyntaxException failure) {
        Status status = Status.BAD_REQUEST;
        CfgProblem problem = new CfgProblem(
                "about:blank",
                status.getReasonPhrase(),
                status.getStatusCode(),
                String.valueOf(failure.getMessage()),
                failure.errors());
        return Response.status(status).type(Problems.MEDIA_TYPE).entity(problem).build();
    }
}
