package org.droveway.agent.migration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What no row may do, whatever is in it. */
class TestReconciliationProperties {
    private static final Set<Settlement> SOURCE_RUNS = EnumSet.of(Settlement.ON_SOURCE, Settlement.RESUME_SOURCE);
    private static final Set<Settlement> DESTINATION_RUNS =
            EnumSet.of(Settlement.RELEASE, Settlement.ON_DESTINATION, Settlement.DISCARD_SOURCE);
    private static final Set<Side> GONE = EnumSet.of(Side.ABSENT, Side.OFF);
    private static final Set<Side> MAY_RUN =
            EnumSet.of(Side.RUNNING, Side.POST_COPY, Side.POST_COPY_FAILED, Side.UNCLEAR, Side.SILENT);

    /** One case with both of its outcomes. */
    record Case(Circumstance circumstance, Side source, Side destination, Row row) {
        boolean leadsTo(Set<Settlement> settlements) {
            return settlements.contains(row.then()) || settlements.contains(row.afterPatience());
        }
    }

    static Stream<Case> cases() {
        return Stream.of(Circumstance.values())
                .flatMap(circumstance -> Stream.of(Side.values())
                        .flatMap(source -> Stream.of(Side.values())
                                .map(destination -> new Case(
                                        circumstance,
                                        source,
                                        destination,
                                        ReconciliationTable.of(circumstance, source, destination)))));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theVmNeverRunsTwice(Case each) {
        if (each.leadsTo(SOURCE_RUNS) && each.circumstance() == Circumstance.HELD) {
            // Nobody released the destination: silent or not, it does not run the VM.
            assertThat(each.destination()).isNotIn(Side.RUNNING, Side.POST_COPY, Side.POST_COPY_FAILED, Side.UNCLEAR);
        } else if (each.leadsTo(SOURCE_RUNS)) {
            assertThat(MAY_RUN).doesNotContain(each.destination());
        }
        if (each.leadsTo(EnumSet.of(Settlement.RELEASE, Settlement.ON_DESTINATION))) {
            assertThat(GONE).contains(each.source());
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void aReleasedDestinationHasTheVm(Case each) {
        if (each.circumstance() == Circumstance.RELEASED) {
            assertThat(each.leadsTo(SOURCE_RUNS)).isFalse();
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theSourceNeverGoesOnAfterTheSwitchToPostCopy(Case each) {
        boolean switched = EnumSet.of(Side.POST_COPY, Side.POST_COPY_FAILED).contains(each.source())
                || EnumSet.of(Side.POST_COPY, Side.POST_COPY_FAILED).contains(each.destination());
        if (switched) {
            assertThat(each.leadsTo(SOURCE_RUNS)).isFalse();
        }
        if (each.circumstance() == Circumstance.POST_COPY) {
            assertThat(each.leadsTo(EnumSet.of(Settlement.RESUME_SOURCE))).isFalse();
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void whoDoesNotAnswerIsWaitedFor(Case each) {
        if (each.source() != Side.SILENT && each.destination() != Side.SILENT) {
            return;
        }
        assertThat(each.row().then()).isEqualTo(Settlement.WAIT);
        boolean neverReleased = each.circumstance() == Circumstance.HELD && each.source() == Side.RUNNING;
        assertThat(each.row().afterPatience()).isEqualTo(neverReleased ? Settlement.ON_SOURCE : Settlement.ATTENTION);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void onlyAGuestThatStandsStillForItsMigrationIsDiscarded(Case each) {
        if (each.leadsTo(EnumSet.of(Settlement.DISCARD_SOURCE))) {
            assertThat(each.source()).isEqualTo(Side.MIGRATING);
            assertThat(each.destination()).isEqualTo(Side.RUNNING);
            assertThat(each.circumstance()).isEqualTo(Circumstance.FAST);
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void somebodyAlwaysHasItAtTheEnd(Case each) {
        if (each.leadsTo(DESTINATION_RUNS)) {
            assertThat(each.destination()).isIn(Side.RUNNING, Side.SUSPENDED);
        }
        if (each.leadsTo(SOURCE_RUNS)) {
            assertThat(each.source()).isNotIn(Side.ABSENT, Side.SILENT, Side.UNCLEAR);
        }
    }
}
