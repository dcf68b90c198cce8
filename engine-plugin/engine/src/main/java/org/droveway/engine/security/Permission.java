package org.droveway.engine.security;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What may be given beside a role. */
public enum Permission {
    /** Weaken the security of a VM or of one migration, and let a migration take the management network. */
    @JsonProperty("migration-override")
    MIGRATION_OVERRIDE;

    /** For {@link jakarta.ws.rs.core.SecurityContext#isUserInRole}. */
    public static final String OVERRIDES = "migration-override";

    /** The permission's name in the API. */
    public String word() {
        return switch (this) {
            case MIGRATION_OVERRIDE -> OVERRIDES;
        };
    }
}
