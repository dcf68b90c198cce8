package org.droveway.engine.migration;

import static java.util.Objects.requireNonNull;

import java.util.UUID;
import org.droveway.protocol.permit.SignedPermit;

/** One migration to carry out: the plan, and the engine's signed permission for exactly that. */
public record MigrationTask(UUID migration, Plan plan, SignedPermit permit) {
    public MigrationTask {
        requireNonNull(migration, "migration");
        requireNonNull(plan, "plan");
        requireNonNull(permit, "permit");
    }
}
