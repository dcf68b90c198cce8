package org.droveway.engine.agentlink;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import java.security.cert.X509Certificate;
import java.util.Optional;
import org.droveway.engine.security.HostIdentity;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the two listeners apart: the one that demands a certificate reaches the agents' link and nothing else, the other
 * everything else. Only the first ever has a certificate to show.
 */
@WebFilter(urlPatterns = "/*", asyncSupported = true)
public class ListenerFilter extends HttpFilter {
    private static final long serialVersionUID = 1;

    private static final String CERTIFICATES = "jakarta.servlet.request.X509Certificate";

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        boolean link = request.getRequestURI().equals(request.getContextPath() + "/agent-link");
        boolean agents = request.getAttribute(CERTIFICATES) != null;
        Optional<HostIdentity> identity = identity(request);
        if (link != agents) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        } else if (!link) {
            chain.doFilter(request, response);
        } else if (identity.isEmpty()) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN, "not an agent's certificate");
        } else {
            chain.doFilter(new Identified(request, identity.get()), response);
        }
    }

    private static Optional<HostIdentity> identity(HttpServletRequest request) {
        return request.getAttribute(CERTIFICATES) instanceof X509Certificate[] chain && chain.length > 0
                ? HostIdentity.of(chain[0])
                : Optional.empty();
    }

    /** The request with the host as its user. */
    private static final class Identified extends HttpServletRequestWrapper {
        private final HostIdentity identity;

        Identified(HttpServletRequest request, HostIdentity identity) {
            super(request);
            this.identity = identity;
        }

        @Override
        public @Nullable Principal getUserPrincipal() {
            return identity;
        }
    }
}
