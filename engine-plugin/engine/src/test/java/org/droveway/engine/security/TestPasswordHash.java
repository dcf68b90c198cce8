package org.droveway.engine.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class TestPasswordHash {
    /** A test vector of the reference implementation: {@code password}, salt {@code somesalt}. */
    private static final String REFERENCE =
            "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc";

    @Test
    void aPasswordMatchesItsHash() {
        String kept = PasswordHash.of("correct horse battery");
        assertThat(kept).startsWith("$argon2id$v=19$m=19456,t=2,p=1$").hasSizeLessThan(255);
        assertThat(PasswordHash.matches("correct horse battery", kept)).isTrue();
        assertThat(PasswordHash.matches("correct horse battery.", kept)).isFalse();
    }

    @Test
    void twoHashesOfOnePasswordDiffer() {
        assertThat(PasswordHash.of("correct horse battery")).isNotEqualTo(PasswordHash.of("correct horse battery"));
    }

    @Test
    void agreesWithOtherImplementations() {
        assertThat(PasswordHash.matches("password", REFERENCE)).isTrue();
        assertThat(PasswordHash.matches("Password", REFERENCE)).isFalse();
    }

    @Test
    void anotherFormIsAnError() {
        assertThatThrownBy(() -> PasswordHash.matches("x", "plain")).isInstanceOf(IllegalStateException.class);
    }
}
