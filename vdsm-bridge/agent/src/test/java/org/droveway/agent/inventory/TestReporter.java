package org.droveway.agent.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.droveway.protocol.host.FirewallState;
import org.droveway.protocol.host.HostMode;
import org.droveway.protocol.host.HostReport;
import org.droveway.protocol.host.Nic;
import org.junit.jupiter.api.Test;

class TestReporter {
    private Instant now = Instant.parse("2026-11-21T10:00:00Z");
    private HostMode mode = HostMode.OBSERVE;
    private long free = 1000;
    private List<Nic> nics = List.of();
    private final List<HostReport> sent = new ArrayList<>();
    private final Reporter reporter = new Reporter(this::report, sent::add);

    private HostReport report() {
        return new HostReport(
                "h1",
                now,
                mode,
                FirewallState.OPEN,
                "61000-61049",
                "10.61.0.11",
                8551,
                "0.1.0",
                "9.0.0",
                null,
                2000,
                free,
                2,
                nics,
                List.of(),
                List.of());
    }

    private void tick(Duration later, UnaryOperator<HostMode> change) {
        now = now.plus(later);
        mode = change.apply(mode);
        reporter.tick();
    }

    private void tick(int seconds) {
        tick(Duration.ofSeconds(seconds), UnaryOperator.identity());
    }

    @Test
    void sendsAtOnce() {
        tick(0);
        assertThat(sent).hasSize(1);
    }

    @Test
    void isSilentWhileNothingChanges() {
        tick(0);
        tick(1);
        tick(1);
        tick(1);
        assertThat(sent).hasSize(1);
    }

    @Test
    void sendsWithinFiveSecondsAllTheSame() {
        for (int i = 0; i < 60; i++) {
            tick(1);
        }
        for (int i = 1; i < sent.size(); i++) {
            assertThat(Duration.between(sent.get(i - 1).at(), sent.get(i).at()))
                    .isLessThanOrEqualTo(Duration.ofSeconds(5));
        }
        assertThat(sent).hasSizeGreaterThanOrEqualTo(12);
    }

    @Test
    void sendsAChangeAtOnce() {
        tick(0);
        tick(Duration.ofSeconds(1), before -> HostMode.ENFORCE);
        assertThat(sent).hasSize(2);
    }

    @Test
    void sendsAChangeOfAnInterfaceAtOnce() {
        tick(0);
        nics = List.of(new Nic("mig0", true, 1500, List.of()));
        tick(1);
        assertThat(sent).hasSize(2);
    }

    @Test
    void freeMemoryIsNoChange() {
        tick(0);
        free = 900;
        tick(1);
        assertThat(sent).hasSize(1);
    }

    @Test
    void sendsWhenAsked() {
        tick(0);
        reporter.ask();
        tick(0);
        assertThat(sent).hasSize(2);
    }
}
