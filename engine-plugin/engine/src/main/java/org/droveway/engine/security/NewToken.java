package org.droveway.engine.security;

import static java.util.Objects.requireNonNull;

/** A token just made, with the secret that is shown once. */
public record NewToken(Token token, String secret) {
    public NewToken {
        requireNonNull(token, "token");
        requireNonNull(secret, "secret");
    }

    @Override
    public String toString() {
        return "NewToken[" + token + "]";
    }
}
