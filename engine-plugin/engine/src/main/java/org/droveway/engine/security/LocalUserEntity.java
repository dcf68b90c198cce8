package org.droveway.engine.security;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.droveway.engine.audit.Secret;

/** Row of a user. */
@Entity
@Table(name = "local_user")
class LocalUserEntity {
    @Id
    String name = "";

    @Enumerated(EnumType.STRING)
    Role role = Role.VIEWER;

    @Column(name = "migration_override")
    boolean migrationOverride;

    @Secret
    String password = "";

    @Column(name = "created_at")
    Instant created = Instant.EPOCH;

    Rights rights() {
        return Rights.of(role, migrationOverride);
    }

    void setRights(Rights rights) {
        role = rights.role();
        migrationOverride = rights.isOverrideGiven();
    }

    User toRecord() {
        return new User(name, role, rights().permissions(), created);
    }
}
