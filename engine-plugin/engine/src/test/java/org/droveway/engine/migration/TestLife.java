package org.droveway.engine.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.droveway.engine.migration.SamplePlans.event;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.droveway.engine.sample.Sample;
import org.droveway.protocol.MigrationState;
import org.droveway.protocol.Refusal;
import org.droveway.protocol.RefusalCode;
import org.droveway.protocol.link.MigrationEvent;
import org.droveway.protocol.observe.Observation;
import org.droveway.protocol.observe.StreamSecurity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TestLife {
    private static final Observation SOURCE = SamplePlans.source(StreamSecurity.TLS);
    private static final Observation DESTINATION = SamplePlans.destination(StreamSecurity.TLS);
    private static final List<MigrationEvent> WHOLE = List.of(
            event(1, MigrationState.NEGOTIATED, "h1"),
            event(2, MigrationState.PINHOLE_OPEN, "h1"),
            event(3, MigrationState.COPYING, "h1"),
            event(4, MigrationState.SWITCHOVER, null),
            event(5, MigrationState.CLOSING, "h2"),
            event(6, MigrationState.COMPLETED, "h2", SOURCE, DESTINATION));

    @Test
    void goesTheWholeWay() {
        Migration migration = play(WHOLE);
        assertThat(migration.state()).isEqualTo(MigrationState.COMPLETED);
        assertThat(migration.vmHost()).isEqualTo("h2");
        assertThat(migration.endedAt()).isEqualTo(Sample.NOW.plusSeconds(6));
        assertThat(migration.steps()).hasSize(8);
        assertThat(migration.judgement()).extracting(Judgement::verdict).isEqualTo(Verdict.CONFORMS);
    }

    @Test
    void whereTheVmIsIsOpenDuringTheSwitchover() {
        assertThat(play(WHOLE.subList(0, 3)).vmHost()).isEqualTo("h1");
        assertThat(play(WHOLE.subList(0, 4)).vmHost()).isNull();
        assertThat(play(WHOLE.subList(0, 5)).vmHost()).isEqualTo("h2");
    }

    @Test
    void repeatedEventsChangeNothing() {
        Migration migration = play(WHOLE);
        for (MigrationEvent event : WHOLE) {
            Reaction reaction = Life.take(migration, event, SamplePlans.MANAGEMENT);
            assertThat(reaction.effect()).isEqualTo(Reaction.Effect.REPEATED);
            assertThat(reaction.isChange()).isFalse();
            assertThat(reaction.migration()).isEqualTo(migration);
        }
    }

    @Test
    void everyOrderHasTheSameOutcome() {
        Random random = new Random(50);
        Migration expected = play(WHOLE);
        for (int round = 0; round < 2000; round++) {
            List<MigrationEvent> shuffled = new ArrayList<>(WHOLE);
            WHOLE.stream().filter(e -> random.nextBoolean()).forEach(shuffled::add);
            Collections.shuffle(shuffled, random);
            Migration migration = play(shuffled);
            assertThat(migration.state()).isEqualTo(expected.state());
            assertThat(migration.vmHost()).isEqualTo(expected.vmHost());
            assertThat(migration.endedAt()).isEqualTo(expected.endedAt());
            assertThat(migration.judgement()).isEqualTo(expected.judgement());
            assertThat(migration.steps()).hasSameElementsAs(expected.steps());
        }
    }

    @Test
    void lostEventsDoNotMatter() {
        Random random = new Random(51);
        for (int round = 0; round < 500; round++) {
            List<MigrationEvent> some = new ArrayList<>(WHOLE);
            some.removeIf(e -> e.state() != MigrationState.COMPLETED && random.nextBoolean());
            assertThat(play(some).state()).isEqualTo(MigrationState.COMPLETED);
        }
    }

    @Test
    void aLateEventIsRecordedButTheStateStands() {
        Migration copying = play(List.of(WHOLE.get(2)));
        Reaction reaction = Life.take(copying, WHOLE.get(0), SamplePlans.MANAGEMENT);
        assertThat(reaction.effect()).isEqualTo(Reaction.Effect.RECORDED);
        assertThat(reaction.migration().state()).isEqualTo(MigrationState.COPYING);
        assertThat(reaction.migration().steps()).hasSize(4);
    }

    @ParameterizedTest
    @EnumSource(
            value = MigrationState.class,
            names = {"REFUSED", "CANCELLED", "FAILED", "NEEDS_ATTENTION"})
    void anotherEndAfterAnEndContradicts(MigrationState other) {
        Reaction reaction = Life.take(play(WHOLE), event(9, other, "h1"), SamplePlans.MANAGEMENT);
        assertThat(reaction.effect()).isEqualTo(Reaction.Effect.CONTRADICTED);
        assertThat(reaction.migration().state()).isEqualTo(MigrationState.COMPLETED);
        assertThat(reaction.migration().vmHost()).isEqualTo("h2");
    }

    @Test
    void theSameEndFromAnotherWitnessDoesNot() {
        Reaction reaction = Life.take(play(WHOLE), event(9, MigrationState.COMPLETED, "h2"), SamplePlans.MANAGEMENT);
        assertThat(reaction.effect()).isEqualTo(Reaction.Effect.RECORDED);
    }

    @Test
    void observationsThatComeAfterTheEndAreJudged() {
        Migration blind = play(List.of(event(6, MigrationState.COMPLETED, "h2", SOURCE)));
        assertThat(blind.judgement()).extracting(Judgement::verdict).isEqualTo(Verdict.UNKNOWN);
        Migration seen = Life.take(blind, event(7, MigrationState.CLOSING, "h2", DESTINATION), SamplePlans.MANAGEMENT)
                .migration();
        assertThat(seen.judgement()).extracting(Judgement::verdict).isEqualTo(Verdict.CONFORMS);
    }

    @Test
    void refusedNegotiationKeepsItsReasons() {
        Refusal refusal = Refusal.of(RefusalCode.NO_FREE_PORT, "host h2", "none", "one", "wait");
        MigrationEvent refused = new MigrationEvent(
                1,
                SamplePlans.MIGRATION,
                Sample.NOW.plusSeconds(1),
                MigrationState.REFUSED,
                null,
                null,
                List.of(refusal),
                List.of());
        Migration migration = play(List.of(refused));
        assertThat(migration.refusals()).containsExactly(refusal);
        assertThat(migration.vmHost()).isEqualTo("h1");
        assertThat(migration.judgement()).isNull();
    }

    @Test
    void refusedAfterCopyingNeedsAttention() {
        Migration migration = play(List.of(WHOLE.get(2), event(7, MigrationState.REFUSED, "h1")));
        assertThat(migration.state()).isEqualTo(MigrationState.NEEDS_ATTENTION);
        assertThat(migration.error()).isEqualTo("the agent says REFUSED after COPYING");
    }

    @ParameterizedTest
    @EnumSource(MigrationState.class)
    void whoMayNotCancelIsToldWhy(MigrationState state) {
        boolean later = Transitions.allowed(MigrationState.PLANNED, state);
        Migration migration =
                later ? play(SamplePlans.migration(), List.of(event(1, state, "h1"))) : SamplePlans.migration();
        boolean cancelling = state == MigrationState.CANCELLING;
        assertThat(Life.tooLateToCancel(migration).isEmpty()).isEqualTo(Life.canCancel(migration) || cancelling);
        Life.tooLateToCancel(migration).ifPresent(why -> assertThat(why).contains(state.name()));
    }

    @Test
    void cancellationCanComeTooLate() {
        Migration cancelling = Life.advance(
                play(WHOLE.subList(0, 3)), MigrationState.CANCELLING, Sample.NOW.plusSeconds(4), null, null, List.of());
        assertThat(cancelling.vmHost()).isEqualTo("h1");
        assertThat(play(cancelling, WHOLE.subList(3, 6)).state()).isEqualTo(MigrationState.COMPLETED);
    }

    @Test
    void cancellationHolds() {
        Migration cancelling = Life.advance(
                play(WHOLE.subList(0, 2)), MigrationState.CANCELLING, Sample.NOW.plusSeconds(3), null, null, List.of());
        Migration late = play(cancelling, List.of(WHOLE.get(2)));
        assertThat(late.state()).isEqualTo(MigrationState.CANCELLING);
        Migration cancelled = play(late, List.of(event(5, MigrationState.CANCELLED, "h1")));
        assertThat(cancelled.state()).isEqualTo(MigrationState.CANCELLED);
        assertThat(cancelled.vmHost()).isEqualTo("h1");
    }

    @Test
    void aCancellationIsToldOnce() {
        Migration cancelling = Life.advance(
                play(WHOLE.subList(0, 3)), MigrationState.CANCELLING, Sample.NOW.plusSeconds(4), null, null, List.of());
        Reaction reaction = Life.take(cancelling, event(5, MigrationState.CANCELLING, "h1"), SamplePlans.MANAGEMENT);
        assertThat(reaction.effect()).isEqualTo(Reaction.Effect.REPEATED);
        assertThat(reaction.migration()).isEqualTo(cancelling);
    }

    @Test
    void canBeCancelledUntilTheSwitchover() {
        assertThat(Life.canCancel(SamplePlans.migration())).isTrue();
        assertThat(Life.canCancel(play(WHOLE.subList(0, 3)))).isTrue();
        assertThat(Life.canCancel(play(WHOLE.subList(0, 4)))).isFalse();
        assertThat(Life.canCancel(play(WHOLE))).isFalse();
    }

    @Test
    void postCopyMayPauseAndGoOn() {
        Migration migration = play(List.of(
                event(4, MigrationState.POSTCOPY, "h2"),
                event(5, MigrationState.POSTCOPY_PAUSED, "h2"),
                event(6, MigrationState.POSTCOPY, "h2")));
        assertThat(migration.state()).isEqualTo(MigrationState.POSTCOPY);
        assertThat(migration.steps()).hasSize(5);
    }

    @Test
    void failureNamesTheHostAndTheError() {
        MigrationEvent failed = new MigrationEvent(
                4,
                SamplePlans.MIGRATION,
                Sample.NOW.plusSeconds(4),
                MigrationState.FAILED,
                "h1",
                "connection reset",
                List.of(),
                List.of());
        Migration migration = play(List.of(WHOLE.get(2), failed));
        assertThat(migration.error()).isEqualTo("connection reset");
        assertThat(migration.vmHost()).isEqualTo("h1");
        assertThat(migration.endedAt()).isNotNull();
    }

    @Test
    void failureWithoutAWordDuringTheSwitchoverLeavesTheHostOpen() {
        Migration migration = play(List.of(WHOLE.get(3), event(5, MigrationState.FAILED, null)));
        assertThat(migration.vmHost()).isNull();
    }

    @Test
    void eventOfAnotherMigrationIsNotTaken() {
        MigrationEvent other = new MigrationEvent(
                1, new UUID(5, 5), Sample.NOW, MigrationState.COPYING, null, null, List.of(), List.of());
        assertThatThrownBy(() -> Life.take(SamplePlans.migration(), other, SamplePlans.MANAGEMENT))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void engineCannotGoBackEither() {
        Migration ended = play(WHOLE);
        assertThatThrownBy(() -> Life.advance(ended, MigrationState.FAILED, Sample.NOW, null, null, List.of()))
                .isInstanceOf(IllegalStateException.class);
    }

    @ParameterizedTest
    @EnumSource(MigrationState.class)
    void nothingFollowsAnEnd(MigrationState next) {
        for (MigrationState state : MigrationState.values()) {
            if (state.isEnd()) {
                assertThat(Transitions.allowed(state, next)).isFalse();
            }
        }
    }

    @Test
    void statesOnlyGoForwardWhateverComes() {
        Random random = new Random(52);
        MigrationState[] states = MigrationState.values();
        for (int round = 0; round < 3000; round++) {
            Migration migration = SamplePlans.migration();
            for (int i = 0; i < 12; i++) {
                MigrationState state = states[random.nextInt(states.length)];
                Migration next = Life.take(migration, event(random.nextInt(20), state, "h1"), SamplePlans.MANAGEMENT)
                        .migration();
                assertThat(Transitions.rank(next.state())).isGreaterThanOrEqualTo(Transitions.rank(migration.state()));
                assertThat(next.steps()).startsWith(migration.steps().toArray(MigrationStep[]::new));
                assertThat(next.state().isEnd()).isEqualTo(next.endedAt() != null);
                migration = next;
            }
        }
    }

    private static Migration play(List<MigrationEvent> events) {
        return play(SamplePlans.migration(), events);
    }

    private static Migration play(Migration start, List<MigrationEvent> events) {
        Migration migration = start;
        for (MigrationEvent event : events) {
            migration = Life.take(migration, event, SamplePlans.MANAGEMENT).migration();
        }
        return migration;
    }
}
