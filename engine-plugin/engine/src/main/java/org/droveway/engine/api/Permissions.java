package org.droveway.engine.api;

import static org.droveway.engine.security.Permission.OVERRIDES;

import jakarta.ws.rs.core.SecurityContext;

/** What a caller may beyond the calls that his role opens. */
final class Permissions {
    private Permissions() {}

    /** Whether he holds {@code migration-override}: may weaken what policy says of a VM or for one migration. */
    static boolean mayOverride(SecurityContext caller) {
        return caller.isUserInRole(OVERRIDES);
    }
}
