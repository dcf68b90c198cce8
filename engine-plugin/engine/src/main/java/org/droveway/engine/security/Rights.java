package org.droveway.engine.security;

import static java.util.Objects.requireNonNull;

import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;
import org.droveway.engine.inventory.InvalidInputException;
import org.jspecify.annotations.Nullable;

/**
 * What somebody may do.
 *
 * @param permissions beside what the role allows by itself; an administrator has all
 */
public record Rights(Role role, Set<Permission> permissions) {
    public Rights {
        requireNonNull(role, "role");
        permissions = Set.copyOf(permissions);
    }

    /**
     * As asked for.
     *
     * @param permissions null: none
     * @throws InvalidInputException if the role cannot have them
     */
    public static Rights of(Role role, @Nullable Collection<Permission> permissions) {
        boolean wanted = permissions != null && !permissions.isEmpty();
        return switch (role) {
            case ADMIN -> new Rights(role, EnumSet.allOf(Permission.class));
            case OPERATOR -> new Rights(role, wanted ? Set.copyOf(permissions) : Set.of());
            case VIEWER, ENROLMENT -> {
                if (wanted) {
                    throw new InvalidInputException("permissions are given to role " + role.word()
                            + "; needed role operator, or none (an administrator has all)");
                }
                yield new Rights(role, Set.of());
            }
        };
    }

    /** From columns; of an administrator the column is always false. */
    static Rights of(Role role, boolean override) {
        return of(role, override ? Set.of(Permission.MIGRATION_OVERRIDE) : Set.of());
    }

    /** Whether the permission was given to an operator. */
    boolean isOverrideGiven() {
        return role == Role.OPERATOR && permissions.contains(Permission.MIGRATION_OVERRIDE);
    }
}
