package org.droveway.engine.api;

import static org.droveway.engine.security.Role.ENROLMENTS;

import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import org.droveway.engine.security.Enrolment;
import org.droveway.engine.security.Token;
import org.droveway.protocol.Json;
import org.droveway.protocol.enrol.CertificateGrant;
import org.droveway.protocol.enrol.CertificateRequest;

/** Where a host with a token joins. */
@Path("/enrolments")
@RolesAllowed(ENROLMENTS)
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class EnrolmentResource {
    @Inject
    Enrolment enrolment;

    /** Signs the host's requests. The body is read as the protocol reads it: a newer agent may say more. */
    @POST
    public Response enrol(@Context SecurityContext context, String body) throws JsonProcessingException {
        CertificateRequest request = Input.body(Json.mapper().readValue(body, CertificateRequest.class));
        Token token = ((TokenHolder) context.getUserPrincipal()).token();
        CertificateGrant grant = enrolment.enrol(token, request);
        return Response.status(Response.Status.CREATED).entity(grant).build();
    }
}
