package org.droveway.engine.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.droveway.engine.inventory.ObjectName;
import org.droveway.engine.inventory.UnknownObjectException;
import org.jspecify.annotations.Nullable;

/** API tokens. Each request looks its token up, so a revoked one is refused from the next request on. */
@ApplicationScoped
@Transactional
public class Tokens {
    @PersistenceContext
    EntityManager entities;

    @Inject
    Clock clock;

    /** All that were not revoked, oldest first; expired ones too. */
    public List<Token> list() {
        return entities.createQuery("select t from TokenEntity t order by t.created, t.id", TokenEntity.class)
                .getResultStream()
                .map(TokenEntity::toRecord)
                .toList();
    }

    /**
     * Makes a token.
     *
     * @param name null: none
     * @param lifetime null: it does not expire
     * @param cluster exactly with role ENROLMENT
     * @throws org.droveway.engine.inventory.InvalidInputException if the name is not one
     */
    public NewToken create(@Nullable String name, Role role, @Nullable Duration lifetime, @Nullable String cluster) {
        Instant now = clock.instant();
        Instant expires = lifetime == null ? null : now.plus(lifetime);
        String checked = name == null ? null : ObjectName.check("token", name);
        Token token = new Token(UUID.randomUUID(), checked, role, cluster, now, expires);
        NewToken made = new NewToken(token, TokenSecret.random());
        TokenEntity row = new TokenEntity();
        row.id = token.id();
        row.hash = TokenSecret.hash(made.secret());
        row.name = checked;
        row.role = role;
        row.cluster = cluster;
        row.created = now;
        row.expires = token.expires();
        entities.persist(row);
        return made;
    }

    /** Whose secret this is; empty if nobody's, or expired. */
    public Optional<Token> check(String secret) {
        return entities.createQuery("select t from TokenEntity t where t.hash = :hash", TokenEntity.class)
                .setParameter("hash", TokenSecret.hash(secret))
                .getResultStream()
                .map(TokenEntity::toRecord)
                .filter(token -> token.isValidAt(clock.instant()))
                .findFirst();
    }

    /** Revokes at once. */
    public void revoke(UUID id) {
        TokenEntity row = entities.find(TokenEntity.class, id);
        if (row == null) {
            throw new UnknownObjectException("token", id.toString());
        }
        entities.remove(row);
    }

    /** Whether an administrator could come in. */
    public boolean hasAdministrator() {
        return list().stream().anyMatch(t -> t.role() == Role.ADMIN && t.isValidAt(clock.instant()));
    }
}
