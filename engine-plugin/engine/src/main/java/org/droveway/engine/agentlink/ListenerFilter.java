package org.droveway.engine.agentlink;

import jakarta.inject.Inject;
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

    @Inject
    transient LinkRefusals refusals;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        boolean link = request.getRequestURI().equals(request.getContextPath() + "/agent-link");
        if (request.getAttribute(CERTIFICATES) instanceof X509Certificate[] shown && shown.length > 0) {
            agent(request, response, chain, shown[0], link);
        } else if (link) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        } else {
            chain.doFilter(request, response);
        }
    }

    private void agent(
            HttpServletRequest request,
            HttpServletResponse response,
            FilterChain chain,
            X509Certificate certificate,
            boolean link)
            throws IOException, ServletException {
        Optional<Dialler> dialler =
                HostIdentity.of(certificate).map(identity -> new Dialler(identity, request.getRemoteAddr()));
        if (dialler.isEmpty()) {
            String subject = certificate.getSubjectX500Principal().getName();
            refusals.refused(subject, request.getRemoteAddr(), "not an agent's certificate");
            response.sendError(HttpServletResponse.SC_FORBIDDEN, "not an agent's certificate");
        } else if (link) {
            chain.doFilter(new Identified(request, dialler.get()), response);
        } else {
            refusals.refused(dialler.get(), "asked for " + request.getRequestURI() + "; agents have the link only");
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }

    /** The request with the host as its user. */
    private static final class Identified extends HttpServletRequestWrapper {
        private final Dialler dialler;

        Identified(HttpServletRequest request, Dialler dialler) {
            super(request);
            this.dialler = dialler;
        }

        @Override
        public @Nullable Principal getUserPrincipal() {
            return dialler;
        }
    }
}
