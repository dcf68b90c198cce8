package org.droveway.engine.api;

import jakarta.ws.rs.core.SecurityContext;
import java.security.Principal;
import org.droveway.engine.security.Token;

/** Who makes the request: the holder of a token. */
public record TokenHolder(Token token) implements SecurityContext, Principal {
    /** Who makes a request that {@link TokenFilter} let through. */
    public static TokenHolder of(SecurityContext caller) {
        return (TokenHolder) caller.getUserPrincipal();
    }

    @Override
    public String getName() {
        return token.holder();
    }

    @Override
    public Principal getUserPrincipal() {
        return this;
    }

    /** A permission counts as a role of that name. */
    @Override
    public boolean isUserInRole(String role) {
        return token.role().word().equals(role)
                || token.permissions().stream()
                        .anyMatch(permission -> permission.word().equals(role));
    }

    @Override
    public boolean isSecure() {
        return true;
    }

    @Override
    public String getAuthenticationScheme() {
        return "Bearer";
    }
}
