package org.droveway.agent.migration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.droveway.agent.libvirt.DomainStatus;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class TestReconciliation {
    private static @Nullable DomainStatus status(String word) {
        return word.equals("?") ? null : DomainStatus.ofWord(word);
    }

    private static Whereabouts seen(String source, String destination) {
        return new Whereabouts(status(source), status(destination), false);
    }

    @ParameterizedTest
    @CsvSource({
        // source, destination, what follows
        "absent, paused (user), RELEASE",
        "off, paused (user), RELEASE",
        "absent, running, ON_DESTINATION",
        "off, running, ON_DESTINATION",
        "absent, blocked, ON_DESTINATION",
        "running, absent, ON_SOURCE",
        "running, off, ON_SOURCE",
        "blocked, absent, ON_SOURCE",
        "running, paused (migration), ON_SOURCE",
        "running, paused (user), ON_SOURCE",
        "running, paused (starting up), ON_SOURCE",
        "running, running, ATTENTION",
        "paused (migration), absent, RESUME_SOURCE",
        "paused (migration), off, RESUME_SOURCE",
        "paused (migration), paused (migration), RESUME_SOURCE",
        "paused (migration), paused (user), RESUME_SOURCE",
        "paused (migration), running, ATTENTION",
        "paused (user), absent, ON_SOURCE",
        "paused (I/O error), absent, ON_SOURCE",
        "paused (user), paused (migration), ON_SOURCE",
        "paused (user), running, ATTENTION",
        "off, absent, ON_SOURCE",
        "off, off, ON_SOURCE",
        "absent, absent, ATTENTION",
        "absent, off, ATTENTION",
        "absent, paused (migration), WAIT",
        "absent, paused (starting up), WAIT",
        "running, ?, WAIT",
        "absent, ?, WAIT",
        "paused (migration), ?, WAIT",
        "?, absent, WAIT",
        "?, paused (user), WAIT",
        "?, running, WAIT",
        "?, ?, WAIT",
        "crashed, absent, WAIT",
        "shutdown, absent, WAIT",
        "running, crashed, WAIT"
    })
    void beforeARelease(String source, String destination, Settlement expected) {
        assertThat(Reconciliation.decide(seen(source, destination), false, false))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "absent, paused (user), RELEASE",
        "absent, running, ON_DESTINATION",
        "off, running, ON_DESTINATION",
        "absent, absent, ATTENTION",
        "off, absent, ATTENTION",
        "running, absent, ATTENTION",
        "running, paused (user), ATTENTION",
        "running, running, ATTENTION",
        "paused (migration), absent, ATTENTION",
        "paused (migration), paused (user), WAIT",
        "paused (migration), running, WAIT",
        "absent, ?, WAIT",
        "?, ?, WAIT"
    })
    void afterARelease(String source, String destination, Settlement expected) {
        assertThat(Reconciliation.decide(seen(source, destination), true, false))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "running, ?, false, ON_SOURCE",
        "running, ?, true, ATTENTION",
        "blocked, ?, false, ON_SOURCE",
        "absent, ?, false, ATTENTION",
        "paused (migration), ?, false, ATTENTION",
        "?, absent, false, ATTENTION",
        "?, ?, false, ATTENTION",
        "absent, paused (migration), false, ATTENTION",
        "running, absent, false, ON_SOURCE",
        "absent, paused (user), false, RELEASE"
    })
    void whenPatienceIsOver(String source, String destination, boolean released, Settlement expected) {
        assertThat(Reconciliation.decide(seen(source, destination), released, true))
                .isEqualTo(expected);
    }

    @Test
    void aRunningJobIsWaitedFor() {
        Whereabouts busy = new Whereabouts(status("running"), status("absent"), true);
        assertThat(Reconciliation.decide(busy, false, false)).isEqualTo(Settlement.WAIT);
        assertThat(Reconciliation.decide(busy, false, true)).isEqualTo(Settlement.ATTENTION);
    }

    static Stream<Whereabouts> everything() {
        List<String> words = new ArrayList<>(List.of("?", "paused (user)", "paused (migration)", "paused (I/O error)"));
        Arrays.stream(DomainStatus.State.values())
                .map(state -> new DomainStatus(state, 0).word())
                .forEach(words::add);
        return words.stream().flatMap(source -> words.stream().map(destination -> seen(source, destination)));
    }

    @ParameterizedTest
    @MethodSource("everything")
    void theVmNeverRunsTwice(Whereabouts seen) {
        for (boolean released : new boolean[] {false, true}) {
            for (boolean over : new boolean[] {false, true}) {
                Settlement settlement = Reconciliation.decide(seen, released, over);
                boolean sourceGone = seen.source() != null && seen.source().gone();
                boolean destinationRuns =
                        seen.destination() != null && seen.destination().running();
                if (settlement == Settlement.RELEASE) {
                    assertThat(sourceGone).isTrue();
                }
                if (settlement == Settlement.RESUME_SOURCE || settlement == Settlement.ON_SOURCE) {
                    assertThat(destinationRuns).isFalse();
                    assertThat(released).isFalse();
                }
                if (over) {
                    assertThat(settlement).isNotEqualTo(Settlement.WAIT);
                }
            }
        }
    }

    @Test
    void itIsSaidInWords() {
        assertThat(seen("paused (migration)", "?").text())
                .isEqualTo("source says paused (migration), destination says nothing");
    }
}
