package org.droveway.engine.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.droveway.engine.inventory.InvalidInputException;
import org.droveway.engine.inventory.ObjectName;
import org.droveway.engine.inventory.RefusedException;
import org.droveway.engine.inventory.UnknownObjectException;
import org.droveway.protocol.Refusal;
import org.droveway.protocol.RefusalCode;

/** People and what they may do. What changes a user's rights or password ends the user's sessions at once. */
@ApplicationScoped
@Transactional
public class Users {
    private static final String KIND = "user";

    @PersistenceContext
    EntityManager entities;

    @Inject
    Tokens tokens;

    @Inject
    Clock clock;

    /** All, by name. */
    public List<User> list() {
        return entities.createQuery("select u from LocalUserEntity u order by u.name", LocalUserEntity.class)
                .getResultStream()
                .map(LocalUserEntity::toRecord)
                .toList();
    }

    /** The one of this name. */
    public User get(String name) {
        return find(name).toRecord();
    }

    /**
     * A new one.
     *
     * @param password its hash
     * @throws InvalidInputException if the role is not one of people
     */
    User create(String name, Rights rights, String password) {
        ObjectName.check(KIND, name);
        if (entities.find(LocalUserEntity.class, name) != null) {
            throw new RefusedException(List.of(Refusal.of(
                    RefusalCode.NAME_TAKEN,
                    KIND + " " + name,
                    "there is one already",
                    "a name that is free",
                    "choose another name, or change the user that is there")));
        }
        LocalUserEntity row = new LocalUserEntity();
        row.name = name;
        row.setRights(ofPerson(rights));
        row.password = password;
        row.created = clock.instant();
        entities.persist(row);
        return row.toRecord();
    }

    /** Gives the user other rights. */
    public User setRights(String name, Rights rights) {
        LocalUserEntity row = lock(name);
        if (ofPerson(rights).role() != Role.ADMIN) {
            requireOtherAdministrator(row);
        }
        row.setRights(rights);
        tokens.endSessions(name);
        return row.toRecord();
    }

    /** Removes the user. */
    public void remove(String name) {
        LocalUserEntity row = lock(name);
        requireOtherAdministrator(row);
        tokens.endSessions(name);
        entities.remove(row);
    }

    /** Keeps another password, given by its hash. */
    void setPassword(String name, String password) {
        lock(name).password = password;
        tokens.endSessions(name);
    }

    /** The hash of the user's password; empty: no such user. */
    Optional<String> password(String name) {
        return Optional.ofNullable(entities.find(LocalUserEntity.class, name)).map(row -> row.password);
    }

    /** Opens a session, if the password is still the one that was checked; else empty. */
    Optional<NewToken> openSession(String name, String checked, Duration lifetime) {
        LocalUserEntity row = entities.find(LocalUserEntity.class, name, LockModeType.PESSIMISTIC_WRITE);
        if (row == null || !row.password.equals(checked)) {
            return Optional.empty();
        }
        tokens.forgetExpiredSessions(name);
        return Optional.of(tokens.create(new TokenOrder(name, row.rights(), lifetime, null, name)));
    }

    private void requireOtherAdministrator(LocalUserEntity row) {
        boolean other = list().stream()
                        .anyMatch(u -> u.role() == Role.ADMIN && !u.name().equals(row.name))
                || tokens.list().stream()
                        .anyMatch(t -> t.role() == Role.ADMIN && t.user() == null && t.isValidAt(clock.instant()));
        if (row.role == Role.ADMIN && !other) {
            throw new RefusedException(List.of(Refusal.of(
                    RefusalCode.IN_USE,
                    KIND + " " + row.name,
                    "nobody else is an administrator, by name or by token",
                    "another administrator",
                    "make another user or a token of role admin first")));
        }
    }

    private static Rights ofPerson(Rights rights) {
        if (rights.role() == Role.ENROLMENT) {
            throw new InvalidInputException(
                    "role is enrolment, needed admin, operator or viewer: hosts join by tokens");
        }
        return rights;
    }

    private LocalUserEntity find(String name) {
        LocalUserEntity row = entities.find(LocalUserEntity.class, name);
        if (row == null) {
            throw new UnknownObjectException(KIND, name);
        }
        return row;
    }

    private LocalUserEntity lock(String name) {
        LocalUserEntity row = find(name);
        entities.refresh(row, LockModeType.PESSIMISTIC_WRITE);
        return row;
    }
}
