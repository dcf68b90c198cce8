package org.droveway.agent.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class TestAddresses {
    @Test
    void namesAreNeverLookedUp() {
        assertThatThrownBy(() -> Addresses.numeric("localhost")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Addresses.numeric("h2.example")).isInstanceOf(IllegalArgumentException.class);
        assertThat(Addresses.numeric("10.62.0.12").getHostAddress()).isEqualTo("10.62.0.12");
        assertThat(Addresses.numeric("fd00::12")).isNotNull();
    }
}
