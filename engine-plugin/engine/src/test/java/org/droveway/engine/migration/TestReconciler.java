package org.droveway.engine.migration;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.droveway.engine.sample.Sample;
import org.droveway.protocol.MigrationState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TestReconciler {
    private static final Instant EXPIRY = Sample.NOW.plusSeconds(120);

    @Test
    void endedIsSettled() {
        Migration ended =
                Life.advance(SamplePlans.migration(), MigrationState.FAILED, Sample.NOW, "h1", "x", List.of());
        assertThat(Reconciler.decide(ended, witnesses(0, true, true, "h1"))).isEqualTo(new Reconciliation.Settled());
    }

    @Test
    void waitsForTheSourcesAgent() {
        assertThat(decide(MigrationState.COPYING, witnesses(9999, true, false)))
                .isInstanceOf(Reconciliation.Wait.class);
        assertThat(decide(MigrationState.PLANNED, witnesses(9999, true, false)))
                .isInstanceOf(Reconciliation.Wait.class);
    }

    @ParameterizedTest
    @EnumSource(
            value = MigrationState.class,
            names = {"NEGOTIATED", "PINHOLE_OPEN", "COPYING", "SWITCHOVER", "POSTCOPY", "CANCELLING", "CLOSING"})
    void leavesWhatAnAgentBeganToTheAgents(MigrationState state) {
        assertThat(decide(state, witnesses(9999, true, true, "h2"))).isInstanceOf(Reconciliation.Wait.class);
    }

    @Test
    void waitsWhileThePermitCanBeRedeemed() {
        assertThat(decide(MigrationState.PLANNED, witnesses(120, true, true, "h1")))
                .isInstanceOf(Reconciliation.Wait.class);
    }

    @Test
    void endsWhatNoAgentBeganBeforeThePermitRanOut() {
        Reconciliation decision = decide(MigrationState.PLANNED, witnesses(121, true, true, "h1"));
        assertThat(decision).isInstanceOfSatisfying(Reconciliation.End.class, end -> {
            assertThat(end.state()).isEqualTo(MigrationState.FAILED);
            assertThat(end.vmHost()).contains("h1");
        });
    }

    @Test
    void asksAPersonWhenTheVmIsNotWhereItShouldBe() {
        Reconciliation elsewhere = decide(MigrationState.PLANNED, witnesses(121, true, true, "h2"));
        assertThat(elsewhere).isInstanceOfSatisfying(Reconciliation.End.class, end -> {
            assertThat(end.state()).isEqualTo(MigrationState.NEEDS_ATTENTION);
            assertThat(end.vmHost()).contains("h2");
        });
        Reconciliation twice = decide(MigrationState.PLANNED, witnesses(121, true, true, "h1", "h2"));
        assertThat(twice).isInstanceOfSatisfying(Reconciliation.End.class, end -> {
            assertThat(end.state()).isEqualTo(MigrationState.NEEDS_ATTENTION);
            assertThat(end.vmHost()).isEmpty();
            assertThat(end.detail()).contains("the VM runs on h1 and h2");
        });
    }

    @Test
    void asksAPersonWhenTheSourceWasRemoved() {
        Reconciliation decision = decide(MigrationState.COPYING, witnesses(0, false, false, "h2"));
        assertThat(decision).isInstanceOfSatisfying(Reconciliation.End.class, end -> {
            assertThat(end.state()).isEqualTo(MigrationState.NEEDS_ATTENTION);
            assertThat(end.detail()).contains("host h1 was removed", "COPYING", "runs on h2");
        });
    }

    private static Reconciliation decide(MigrationState state, Witnesses witnesses) {
        Migration migration = SamplePlans.migration();
        Migration reached = state == migration.state()
                ? migration
                : Life.advance(migration, state, Sample.NOW, null, null, List.of());
        return Reconciler.decide(reached, witnesses);
    }

    private static Witnesses witnesses(int second, boolean there, boolean caughtUp, String... running) {
        return new Witnesses(
                Sample.NOW.plusSeconds(second), EXPIRY, there, caughtUp, List.of(running), List.of(running));
    }
}
