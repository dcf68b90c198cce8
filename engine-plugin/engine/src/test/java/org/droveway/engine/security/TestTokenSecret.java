package org.droveway.engine.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class TestTokenSecret {
    @Test
    void holdsTwoHundredFiftySixBits() {
        assertThat(TokenSecret.random()).matches("dw_[A-Za-z0-9_-]{43}");
    }

    @Test
    void isNotTheSameTwice() {
        assertThat(TokenSecret.random()).isNotEqualTo(TokenSecret.random());
    }

    @Test
    void itsHashDoesNotShowIt() {
        String secret = TokenSecret.random();
        assertThat(TokenSecret.hash(secret)).matches("[0-9a-f]{64}").doesNotContain(secret.substring(3));
        assertThat(TokenSecret.hash(secret)).isEqualTo(TokenSecret.hash(secret));
    }

    @Test
    void aNewTokenDoesNotPrintIt() {
        Token token = new Token(new UUID(1, 1), null, Role.ADMIN, null, Set.of(), null, Instant.EPOCH, null);
        assertThat(new NewToken(token, "secret").toString()).doesNotContain("secret");
    }
}
