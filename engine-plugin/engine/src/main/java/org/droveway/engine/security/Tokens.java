package org.droveway.engine.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.droveway.engine.inventory.ObjectChanged.Kind;
import org.droveway.engine.inventory.ObjectName;
import org.droveway.engine.inventory.UnknownObjectException;
import org.droveway.engine.inventory.store.ObjectRemoving;

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
     * @throws org.droveway.engine.inventory.InvalidInputException if the name is not one
     */
    public NewToken create(TokenOrder order) {
        Instant now = clock.instant();
        String secret = TokenSecret.random();
        TokenEntity row = new TokenEntity();
        row.id = UUID.randomUUID();
        row.hash = TokenSecret.hash(secret);
        row.name = order.name() == null ? null : ObjectName.check("token", order.name());
        row.role = order.rights().role();
        row.migrationOverride = order.rights().isOverrideGiven();
        row.cluster = order.cluster();
        row.localUser = order.user();
        row.created = now;
        row.expires = order.lifetime() == null ? null : now.plus(order.lifetime());
        Token token = row.toRecord();
        entities.persist(row);
        return new NewToken(token, secret);
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

    /** Ids of those that count now. */
    public Set<UUID> valid() {
        Instant now = clock.instant();
        return list().stream()
                .filter(token -> token.isValidAt(now))
                .map(Token::id)
                .collect(Collectors.toSet());
    }

    /** Revokes at once. */
    public void revoke(UUID id) {
        TokenEntity row = entities.find(TokenEntity.class, id);
        if (row == null) {
            throw new UnknownObjectException("token", id.toString());
        }
        entities.remove(row);
    }

    /** Ends the user's sessions at once. */
    void endSessions(String user) {
        sessions(user).forEach(entities::remove);
        entities.flush();
    }

    /** What lets hosts join a cluster ends with it. */
    void removing(@Observes ObjectRemoving object) {
        if (object.is(Kind.CLUSTER)) {
            entities.createQuery("select t from TokenEntity t where t.cluster = :cluster", TokenEntity.class)
                    .setParameter("cluster", object.name())
                    .getResultList()
                    .forEach(entities::remove);
        }
    }

    /** Forgets sessions that are over. */
    void forgetExpiredSessions(String user) {
        Instant now = clock.instant();
        sessions(user).stream().filter(row -> !row.toRecord().isValidAt(now)).forEach(entities::remove);
    }

    private List<TokenEntity> sessions(String user) {
        return entities.createQuery("select t from TokenEntity t where t.localUser = :user", TokenEntity.class)
                .setParameter("user", user)
                .getResultList();
    }

    /** Whether an administrator could come in. */
    public boolean hasAdministrator() {
        return list().stream().anyMatch(t -> t.role() == Role.ADMIN && t.isValidAt(clock.instant()));
    }
}
