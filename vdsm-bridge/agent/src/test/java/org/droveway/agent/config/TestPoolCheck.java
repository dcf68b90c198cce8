package org.droveway.agent.config;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TestPoolCheck {
    private static final EphemeralPorts USUAL = EphemeralPorts.parse("32768\t60999\n", "\n");

    @Test
    void usualPoolCollidesWithNothing() {
        assertThat(PoolCheck.problems(PortPool.parse("61000-61049"), 8551, USUAL))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"49152-49215", "49215-49300", "49000-49152", "49160-49170", "49000-50000"})
    void keepsOutOfLibvirtsRange(String pool) {
        assertThat(PoolCheck.problems(PortPool.parse(pool), 8551, USUAL))
                .anySatisfy(problem -> assertThat(problem).contains("libvirt's own range 49152-49215"));
    }

    @ParameterizedTest
    @CsvSource({"32768-32769", "60990-61010", "20000-40000"})
    void keepsOutOfTheKernelsRange(String pool) {
        assertThat(PoolCheck.problems(PortPool.parse(pool), 8551, USUAL))
                .anySatisfy(problem -> assertThat(problem).contains("ip_local_port_range 32768-60999"));
    }

    @Test
    void mayUseReservedPortsOfTheKernelsRange() {
        EphemeralPorts reserved = EphemeralPorts.parse("32768 60999", "8080,40000-40049");
        assertThat(PoolCheck.problems(PortPool.parse("40000-40049"), 8551, reserved))
                .isEmpty();
    }

    @Test
    void noticesPortsThatAreReservedInPartOnly() {
        EphemeralPorts reserved = EphemeralPorts.parse("32768 60999", "40000-40020");
        assertThat(PoolCheck.problems(PortPool.parse("40000-40049"), 8551, reserved))
                .hasSize(1);
    }

    @Test
    void peerPortIsNotInThePool() {
        assertThat(PoolCheck.problems(PortPool.parse("61000-61049"), 61049, USUAL))
                .singleElement()
                .asString()
                .contains("contains peerPort 61049");
    }

    @Test
    void saysEverythingAtOnce() {
        assertThat(PoolCheck.problems(PortPool.parse("49152-49300"), 49160, USUAL))
                .hasSize(3);
    }

    @Test
    void readsTheKernelsOwnRanges() {
        assertThat(EphemeralPorts.ofKernel().range().first()).isPositive();
    }
}
