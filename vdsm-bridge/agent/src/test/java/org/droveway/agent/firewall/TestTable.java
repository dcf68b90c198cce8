package org.droveway.agent.firewall;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.droveway.agent.config.PortPool;
import org.droveway.agent.testing.Ip;
import org.droveway.protocol.host.HostMode;
import org.junit.jupiter.api.Test;

class TestTable {
    private static final PortPool POOL = new PortPool(61000, 61049);

    private static Pinhole pinhole(String source, String destination) {
        return new Pinhole(Ip.of(source), Ip.of(destination), 61000);
    }

    @Test
    void enforceAnswersNewcomersWithAReset() {
        assertThat(new Table(HostMode.ENFORCE, POOL).replace(CarriedOver.NOTHING))
                .contains("elements = { 49152-49215, 61000-61049 }")
                .contains("counter name refused reject with tcp reset");
    }

    @Test
    void assistRefusesNobody() {
        assertThat(new Table(HostMode.ASSIST, POOL).replace(CarriedOver.NOTHING))
                .contains("@pinholes4")
                .doesNotContain("reject")
                .doesNotContain("drop");
    }

    @Test
    void replacesInOneTransaction() {
        assertThat(new Table(HostMode.ENFORCE, POOL).replace(CarriedOver.NOTHING))
                .startsWith("table inet droveway\ndelete table inet droveway\ntable inet droveway {");
    }

    @Test
    void carriesOverWhatTheOldTableKnew() {
        CarriedOver old = new CarriedOver(
                Map.of(pinhole("10.0.0.1", "10.0.0.2"), 17L, pinhole("10.0.0.1", "10.0.0.3"), 0L),
                Map.of(61000, 3L),
                Set.of(61000),
                Set.of(new Stream(61000, 40000)),
                Set.of(new Stream(61000, 40001)),
                99);
        String text = new Table(HostMode.ENFORCE, POOL).replace(old);
        assertThat(text)
                .contains("counter refused { packets 99 bytes 0 }")
                .contains("add element inet droveway pinholes4 { 10.0.0.1 . 10.0.0.2 . 61000 timeout 17s }")
                .contains("add element inet droveway admitted { 61000 counter packets 3 bytes 0 }")
                .contains("add element inet droveway watched { 61000 }")
                .contains("add element inet droveway plain { 61000 . 40000 }")
                .contains("add element inet droveway tls { 61000 . 40001 }")
                .doesNotContain("10.0.0.3");
    }

    @Test
    void whatTheAgentRemembersCountsMore() {
        Pinhole pinhole = pinhole("10.0.0.1", "10.0.0.2");
        CarriedOver old = new CarriedOver(Map.of(pinhole, 5L), Map.of(), Set.of(), Set.of(), Set.of(), 0);
        assertThat(old.with(Map.of(pinhole, 60L)).pinholes()).containsEntry(pinhole, 60L);
    }

    @Test
    void choosesTheSetByTheFamily() {
        assertThat(Table.add(pinhole("fd00::1", "fd00::2"), 30))
                .isEqualTo("add element inet droveway pinholes6 { fd00::1 . fd00::2 . 61000 timeout 30s }\n");
    }
}
