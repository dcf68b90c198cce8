package org.droveway.engine.api;

import jakarta.annotation.Priority;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.ext.Provider;
import java.util.Arrays;
import java.util.Optional;
import org.droveway.engine.security.Token;
import org.droveway.engine.security.Tokens;
import org.jspecify.annotations.Nullable;

/** Lets a request through if its token has a role that the method names; a method that names none lets nobody through. */
@Provider
@Priority(Priorities.AUTHENTICATION)
public class TokenFilter implements ContainerRequestFilter {
    private static final String SCHEME = "Bearer ";

    @Context
    ResourceInfo resource;

    @Inject
    Tokens tokens;

    @Inject
    Caller caller;

    @Override
    public void filter(ContainerRequestContext request) {
        caller.is(Caller.ANONYMOUS, request);
        if (resource.getResourceMethod().isAnnotationPresent(PermitAll.class)) {
            return;
        }
        Optional<Token> token = bearer(request).flatMap(tokens::check);
        if (token.isEmpty()) {
            request.abortWith(unauthorized());
            return;
        }
        TokenHolder holder = new TokenHolder(token.get());
        caller.is(holder.getName(), request);
        if (Arrays.stream(allowed()).noneMatch(holder::isUserInRole)) {
            String needed = String.join(" or ", allowed());
            request.abortWith(Problems.of(
                    Status.FORBIDDEN,
                    "the token's role is " + holder.token().role().word() + ", needed " + needed));
            return;
        }
        request.setSecurityContext(holder);
    }

    private String[] allowed() {
        RolesAllowed roles = Optional.ofNullable(resource.getResourceMethod().getAnnotation(RolesAllowed.class))
                .orElse(resource.getResourceClass().getAnnotation(RolesAllowed.class));
        return roles == null ? new String[0] : roles.value();
    }

    private static Optional<String> bearer(ContainerRequestContext request) {
        @Nullable String header = request.getHeaderString(HttpHeaders.AUTHORIZATION);
        return header != null && header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
                ? Optional.of(header.substring(SCHEME.length()).strip())
                : Optional.empty();
    }

    private static Response unauthorized() {
        Response problem = Problems.of(
                Status.UNAUTHORIZED,
                "no token, or one that does not exist, was revoked or has expired; send 'Authorization: Bearer TOKEN'");
        return Response.fromResponse(problem)
                .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"droveway\"")
                .build();
    }
}
