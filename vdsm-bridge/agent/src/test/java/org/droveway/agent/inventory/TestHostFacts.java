package org.droveway.agent.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TestHostFacts {
    @Test
    void readsMebibytes() {
        HostFacts facts = HostFacts.parse(
                List.of("MemTotal:       24685072 kB", "MemFree:         1000000 kB", "MemAvailable:   20971520 kB"),
                2);
        assertThat(facts).isEqualTo(new HostFacts(24106, 20480, 2));
    }

    @Test
    void whatIsMissingIsZero() {
        assertThat(HostFacts.parse(List.of("Shmem: 1 kB"), 2)).isEqualTo(new HostFacts(0, 0, 2));
    }

    @Test
    void readsThisMachine() {
        HostFacts facts = HostFacts.ofKernel();
        assertThat(facts.memoryTotalMiB()).isGreaterThan(facts.memoryFreeMiB());
        assertThat(facts.memoryFreeMiB()).isPositive();
        assertThat(facts.cpus()).isPositive();
    }
}
