package org.droveway.engine.api;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.container.ContainerRequestContext;
import org.droveway.engine.audit.store.Author;
import org.jspecify.annotations.Nullable;

/** Says to the audit who makes the request. */
@Dependent
public class Caller {
    /** Property of the request that holds its {@link org.droveway.engine.audit.Authorship}. */
    static final String AUTHORSHIP = "org.droveway.authorship";

    /** Who has shown nothing. */
    static final String ANONYMOUS = "anonymous";

    @Inject
    HttpServletRequest servlet;

    @Inject
    Author author;

    void is(String who, ContainerRequestContext request) {
        author.is(who, servlet.getRemoteAddr(), request.getMethod() + " " + path(request));
        request.setProperty(AUTHORSHIP, author.authorship());
    }

    /** Below the API's root, as it was sent. */
    static String path(ContainerRequestContext request) {
        @Nullable String path = request.getUriInfo().getPath(false);
        return path == null || path.startsWith("/") ? String.valueOf(path) : "/" + path;
    }
}
