package org.droveway.engine.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TestListenPorts {
    @Test
    void haveDefaults() {
        assertThat(ListenPorts.of(Map.of())).isEqualTo(new ListenPorts("127.0.0.1", 8443, 8444));
    }

    @Test
    void everyPortThatIsTakenIsNamedWithItsVariable() throws Exception {
        InetAddress loopback = InetAddress.getLoopbackAddress();
        try (ServerSocket one = new ServerSocket(0, 1, loopback);
                ServerSocket two = new ServerSocket(0, 1, loopback)) {
            ListenPorts taken = new ListenPorts("127.0.0.1", one.getLocalPort(), two.getLocalPort());
            assertThatThrownBy(taken::requireFree)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContainingAll(
                            "port " + one.getLocalPort(),
                            "DROVEWAY_HTTPS_PORT",
                            "port " + two.getLocalPort(),
                            "DROVEWAY_AGENT_PORT");
        }
    }

    @Test
    void portsThatAreFreeAreFine() throws Exception {
        int first;
        int second;
        try (ServerSocket one = new ServerSocket(0);
                ServerSocket two = new ServerSocket(0)) {
            first = one.getLocalPort();
            second = two.getLocalPort();
        }
        assertThatCode(new ListenPorts("127.0.0.1", first, second)::requireFree).doesNotThrowAnyException();
    }

    @Test
    void whatIsNoPortIsNamed() {
        assertThatThrownBy(() -> ListenPorts.of(Map.of("DROVEWAY_AGENT_PORT", "http")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll("DROVEWAY_AGENT_PORT", "http");
        assertThatThrownBy(() -> ListenPorts.of(Map.of("DROVEWAY_AGENT_PORT", "65536")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll("DROVEWAY_AGENT_PORT", "65536");
    }

    @Test
    void onePortForBothIsRefused() {
        assertThatThrownBy(() -> new ListenPorts("127.0.0.1", 8443, 8443)).isInstanceOf(IllegalArgumentException.class);
    }
}
