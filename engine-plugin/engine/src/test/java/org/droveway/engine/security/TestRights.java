package org.droveway.engine.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import org.droveway.engine.inventory.InvalidInputException;
import org.junit.jupiter.api.Test;

class TestRights {
    private static final Set<Permission> OVERRIDE = Set.of(Permission.MIGRATION_OVERRIDE);

    @Test
    void anAdministratorHasEveryPermission() {
        assertThat(Rights.of(Role.ADMIN, null).permissions()).containsExactly(Permission.values());
    }

    @Test
    void anOperatorHasThePermissionThatWasGiven() {
        assertThat(Rights.of(Role.OPERATOR, null).permissions()).isEmpty();
        assertThat(Rights.of(Role.OPERATOR, OVERRIDE).permissions()).isEqualTo(OVERRIDE);
    }

    @Test
    void nobodyElseCanHaveOne() {
        assertThat(Rights.of(Role.VIEWER, Set.of()).permissions()).isEmpty();
        assertThatThrownBy(() -> Rights.of(Role.VIEWER, OVERRIDE))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("viewer", "operator");
    }

    @Test
    void onlyWhatIsGivenIsStored() {
        assertThat(Rights.of(Role.ADMIN, null).isOverrideGiven()).isFalse();
        assertThat(Rights.of(Role.OPERATOR, OVERRIDE).isOverrideGiven()).isTrue();
    }
}
