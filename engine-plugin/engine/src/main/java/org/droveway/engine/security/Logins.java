package org.droveway.engine.security;

import static java.util.Objects.requireNonNull;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Lets people in by name and password. Passwords are hashed and checked outside of transactions: it takes its time. */
@ApplicationScoped
public class Logins {
    private final LoginDelay delay = new LoginDelay();

    @Inject
    Users users;

    @Inject
    Passwords passwords;

    @Inject
    Clock clock;

    /**
     * A user just made.
     *
     * @param password the one that was generated; null: it was given
     */
    public record NewUser(User user, @Nullable String password) {
        public NewUser {
            requireNonNull(user, "user");
        }

        @Override
        public String toString() {
            return "NewUser[" + user + "]";
        }
    }

    /**
     * Opens a session.
     *
     * @throws LoginRefusedException if name or password is wrong, or were so too often
     */
    public NewToken login(String name, String password, Duration lifetime) {
        String key = require(name);
        Optional<String> kept = users.password(name);
        Optional<NewToken> session =
                verified(kept, password) ? users.openSession(name, kept.orElseThrow(), lifetime) : Optional.empty();
        session.ifPresent(opened -> delay.succeeded(key));
        return session.orElseThrow(
                () -> new LoginRefusedException("user '" + name + "' or the password is wrong", Duration.ZERO));
    }

    /**
     * Makes a user.
     *
     * @param password null: one is generated
     */
    public NewUser create(String name, Rights rights, @Nullable String password) {
        String chosen = password == null ? Passwords.generate() : password;
        User user = users.create(name, rights, passwords.hash(chosen));
        return new NewUser(user, password == null ? chosen : null);
    }

    /** Sets another password, asked for by an administrator. */
    public void setPassword(String name, String password) {
        users.get(name);
        users.setPassword(name, passwords.hash(password));
    }

    /**
     * Sets one's own password.
     *
     * @throws LoginRefusedException if the current one is wrong
     */
    public void changePassword(String name, String current, String password) {
        String key = require(name);
        if (!verified(users.password(name), current)) {
            throw new LoginRefusedException("the current password of user '" + name + "' is wrong", Duration.ZERO);
        }
        delay.succeeded(key);
        users.setPassword(name, passwords.hash(password));
    }

    private boolean verified(Optional<String> kept, String password) {
        if (kept.isEmpty()) {
            passwords.matchNobody(password);
            return false;
        }
        return passwords.matches(password, kept.get());
    }

    private String require(String name) {
        String key = name.substring(0, Math.min(name.length(), 64));
        Duration wait = delay.begin(key, clock.instant());
        if (!wait.isZero()) {
            throw new LoginRefusedException(
                    "too many wrong passwords for user '" + name + "'; try again in " + (wait.toSeconds() + 1) + " s",
                    wait);
        }
        return key;
    }
}
