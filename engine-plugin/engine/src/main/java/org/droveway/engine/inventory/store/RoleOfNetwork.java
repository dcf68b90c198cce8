package org.droveway.engine.inventory.store;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.util.Objects;
import org.droveway.engine.inventory.NetworkRole;
import org.jspecify.annotations.Nullable;

/** A role; of the migration role the database lets a cluster have one, by its unique {@code migration_of}. */
@Embeddable
class RoleOfNetwork {
    @Enumerated(EnumType.STRING)
    NetworkRole role = NetworkRole.VM;

    @Column(name = "migration_of")
    @Nullable
    String migrationOf;

    RoleOfNetwork() {}

    RoleOfNetwork(NetworkRole role, String cluster) {
        this.role = role;
        this.migrationOf = role == NetworkRole.MIGRATION ? cluster : null;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof RoleOfNetwork that
                && that.role == role
                && Objects.equals(that.migrationOf, migrationOf);
    }

    @Override
    public int hashCode() {
        return Objects.hash(role, migrationOf);
    }
}
