package org.droveway.engine.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/**
 * Writes {@code admin.token} when there is no token that an administrator could come in with. The file is there before the
 * token is committed: a crash between leaves a file that opens nothing, and the next start writes another.
 */
@ApplicationScoped
@Transactional
class FirstToken {
    private static final Logger LOG = System.getLogger(FirstToken.class.getName());

    @Inject
    Tokens tokens;

    @Inject
    EngineSettings settings;

    void provide(@Observes @Initialized(ApplicationScoped.class) Object start) {
        if (!tokens.hasAdministrator()) {
            NewToken token = tokens.create(new TokenOrder("first", Rights.of(Role.ADMIN, null), null, null, null));
            PrivateFile.write(settings.data().resolve("admin.token"), token.secret() + "\n");
            LOG.log(
                    Level.INFO,
                    "first token {0} of role admin is in admin.token",
                    token.token().id());
        }
    }
}
