package org.droveway.engine.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TestToken {
    private static final UUID ID = UUID.fromString("5f2c1a90-0000-4000-8000-000000000001");

    @ParameterizedTest
    @CsvSource({
        "alice, OPERATOR, alice (operator)",
        "first, ADMIN, first (admin)",
        ", ADMIN, admin (token 5f2c1a90)",
        ", OPERATOR, operator (token 5f2c1a90)",
    })
    void itsHolderIsToldForPeople(@Nullable String name, Role role, String holder) {
        assertThat(new Token(ID, name, role, null, Set.of(), null, Instant.EPOCH, null).holder())
                .isEqualTo(holder);
    }
}
