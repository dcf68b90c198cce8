package org.droveway.engine.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class TestEngineSettings {
    @Test
    void agentsDialWhereTheEngineListens() {
        Map<String, String> environment =
                Map.of("DROVEWAY_DATA", "/d", "DROVEWAY_BIND", "10.61.0.2", "DROVEWAY_AGENT_PORT", "9444");
        assertThat(EngineSettings.of(environment).linkUrl()).isEqualTo("wss://10.61.0.2:9444/droveway/agent-link");
    }

    @Test
    void agentsDialWhatIsAdvertised() {
        Map<String, String> environment = Map.of("DROVEWAY_DATA", "/d", "DROVEWAY_ADVERTISE", "engine.example:443");
        assertThat(EngineSettings.of(environment).linkUrl()).isEqualTo("wss://engine.example:443/droveway/agent-link");
    }

    @Test
    void theDataDirectoryMustBeNamed() {
        assertThatThrownBy(() -> EngineSettings.of(Map.of()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("DROVEWAY_DATA");
    }
}
