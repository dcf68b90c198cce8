package org.droveway.agent.migration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.droveway.agent.libvirt.DomainStatus;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class TestReconciliation {
    /** What was written down beside the table, from what libvirt and QEMU do. */
    record Example(
            Circumstance circumstance, String source, String destination, Settlement then, Settlement afterPatience) {
        Whereabouts seen() {
            return new Whereabouts(status(source), status(destination), false);
        }

        Row row() {
            return ReconciliationTable.of(circumstance, Side.of(status(source)), Side.of(status(destination)));
        }
    }

    static List<Example> examples() {
        try (InputStream file =
                Objects.requireNonNull(TestReconciliation.class.getResourceAsStream("reconciliation.csv"))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split(", ", -1))
                    .map(cells -> new Example(
                            Circumstance.valueOf(cells[0]),
                            cells[1],
                            cells[2],
                            Settlement.valueOf(cells[3]),
                            Settlement.valueOf(cells[4])))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Stream<Row> rows() {
        return ReconciliationTable.rows().stream();
    }

    private static @Nullable DomainStatus status(String word) {
        return word.equals("?") ? null : DomainStatus.ofWord(word);
    }

    @ParameterizedTest
    @MethodSource("examples")
    void whatFollowsAtOnce(Example example) {
        assertThat(Reconciliation.decide(example.seen(), example.circumstance(), false)
                        .settlement())
                .isEqualTo(example.then());
    }

    @ParameterizedTest
    @MethodSource("examples")
    void whatFollowsWhenPatienceIsOver(Example example) {
        assertThat(Reconciliation.decide(example.seen(), example.circumstance(), true)
                        .settlement())
                .isEqualTo(example.afterPatience());
    }

    @ParameterizedTest
    @MethodSource("rows")
    void everyRowHasAnExample(Row row) {
        assertThat(examples()).anyMatch(example -> example.row().equals(row));
    }

    @ParameterizedTest
    @MethodSource("rows")
    void everyRowSaysWhy(Row row) {
        assertThat(row.reason()).isNotBlank();
        assertThat(row.sources()).isNotEmpty();
        assertThat(row.destinations()).isNotEmpty();
    }

    @ParameterizedTest
    @EnumSource(Circumstance.class)
    void everyPairOfAnswersIsInOneRow(Circumstance circumstance) {
        for (Side source : Side.values()) {
            for (Side destination : Side.values()) {
                assertThat(ReconciliationTable.rows().stream()
                                .filter(row -> row.holds(circumstance, source, destination)))
                        .as("%s: %s, %s", circumstance, source, destination)
                        .hasSize(1);
            }
        }
    }

    @Test
    void aRunningJobIsWaitedFor() {
        Whereabouts busy = new Whereabouts(status("running"), status("absent"), true);
        assertThat(Reconciliation.decide(busy, Circumstance.HELD, false).settlement())
                .isEqualTo(Settlement.WAIT);
        assertThat(Reconciliation.decide(busy, Circumstance.HELD, true).settlement())
                .isEqualTo(Settlement.ATTENTION);
    }

    @Test
    void postCopyAtWorkMayTakeItsTime() {
        Whereabouts busy = new Whereabouts(status("paused (post-copy)"), null, true);
        assertThat(Reconciliation.decide(busy, Circumstance.POST_COPY, true).settlement())
                .isEqualTo(Settlement.GOES_ON);
    }

    @Test
    void itIsSaidInWords() {
        assertThat(new Whereabouts(status("paused (migration)"), null, false).text())
                .isEqualTo("source says paused (migration), destination says nothing");
    }

    @Test
    void everyAnswerOfLibvirtIsUnderstood() {
        assertThat(Arrays.stream(DomainStatus.State.values()).map(state -> Side.of(new DomainStatus(state, 0))))
                .doesNotContainNull()
                .doesNotContain(Side.SILENT);
    }
}
