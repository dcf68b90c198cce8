package org.droveway.engine.api;

import jakarta.ws.rs.core.SecurityContext;
import java.util.Objects;
import java.util.Set;
import org.droveway.engine.inventory.InvalidInputException;
import org.droveway.engine.inventory.MemoryCompression;
import org.droveway.engine.inventory.PolicyStatement;
import org.droveway.engine.inventory.Transport;
import org.droveway.engine.inventory.store.NewStatement;
import org.droveway.protocol.Convergence;
import org.droveway.protocol.Security;
import org.jspecify.annotations.Nullable;

/**
 * The body that sets what a scope says; it says nothing about what is left out.
 *
 * @param reason why; kept with it, and needed where it weakens
 */
public record PolicyWish(
        @Nullable Security security,
        @Nullable Long bandwidthMiBs,
        @Nullable Integer parallelConnections,
        @Nullable Integer maxDowntimeMs,
        @Nullable Boolean postCopy,
        @Nullable Boolean fastHandover,
        @Nullable Boolean allowManagementNetwork,
        @Nullable Set<Transport> transports,
        @Nullable Convergence convergence,
        @Nullable MemoryCompression compression,
        @Nullable String reason) {

    /** What the caller says from now on. */
    NewStatement by(SecurityContext caller) {
        return new NewStatement(statement(), caller.getUserPrincipal().getName(), Input.reason(reason), false);
    }

    /** The caller takes back what was said. */
    static NewStatement nothing(SecurityContext caller) {
        return new NewStatement(
                PolicyStatement.NOTHING, caller.getUserPrincipal().getName(), null, false);
    }

    PolicyStatement statement() {
        try {
            return new PolicyStatement(
                    security,
                    bandwidthMiBs,
                    parallelConnections,
                    maxDowntimeMs,
                    postCopy,
                    fastHandover,
                    allowManagementNetwork,
                    transports,
                    convergence,
                    compression);
        } catch (IllegalArgumentException e) {
            throw new InvalidInputException(Objects.toString(e.getMessage()), e);
        }
    }
}
