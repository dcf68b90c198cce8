package org.droveway.engine.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/**
 * Makes user {@code admin} where there is no user, and writes the password that was generated to {@code admin.password}. As
 * with {@link FirstToken}, a file that a crash leaves opens nothing.
 */
@ApplicationScoped
@Transactional
class FirstUser {
    private static final Logger LOG = System.getLogger(FirstUser.class.getName());
    private static final String NAME = "admin";

    @Inject
    Users users;

    @Inject
    Passwords passwords;

    @Inject
    EngineSettings settings;

    void provide(@Observes @Initialized(ApplicationScoped.class) Object start) {
        if (users.list().isEmpty()) {
            String password = Passwords.generate();
            users.create(NAME, Rights.of(Role.ADMIN, null), passwords.hash(password));
            PrivateFile.write(settings.data().resolve("admin.password"), password + "\n");
            LOG.log(Level.INFO, "user {0} was made; its password is in admin.password", NAME);
        }
    }
}
