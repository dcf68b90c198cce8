package org.droveway.engine.security;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.droveway.engine.audit.Unaudited;
import org.jspecify.annotations.Nullable;

/** Row of a token. */
@Entity
@Table(name = "api_token")
class TokenEntity {
    @Id
    UUID id = new UUID(0, 0);

    @Unaudited
    String hash = "";

    @Nullable
    String name;

    @Enumerated(EnumType.STRING)
    Role role = Role.OPERATOR;

    @Column(name = "migration_override")
    boolean migrationOverride;

    @Nullable
    String cluster;

    @Column(name = "local_user")
    @Nullable
    String localUser;

    @Column(name = "created_at")
    Instant created = Instant.EPOCH;

    @Column(name = "expires_at")
    @Nullable
    Instant expires;

    Token toRecord() {
        Rights rights = Rights.of(role, migrationOverride);
        return new Token(id, name, role, cluster, rights.permissions(), localUser, created, expires);
    }
}
