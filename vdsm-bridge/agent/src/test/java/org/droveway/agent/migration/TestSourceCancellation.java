package org.droveway.agent.migration;

import static org.assertj.core.api.Assertions.assertThat;

import org.droveway.protocol.MigrationState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What asking for a cancellation does, at every point. */
class TestSourceCancellation extends SourceMachineFixture {
    @Test
    void cancellingAborts() {
        copying();
        assertThat(after(new SourceInput.CancelAsked()))
                .containsExactly(tell(MigrationState.CANCELLING), new SourceAction.Abort());
        feed(
                new SourceInput.CallEnded("canceled by client"),
                looked("running", "absent"),
                new SourceInput.Closed(null));
        assertThat(state.end()).isEqualTo(MigrationState.CANCELLED);
    }

    @Test
    void cancellingTooLateCompletes() {
        copying();
        feed(
                new SourceInput.CancelAsked(),
                new SourceInput.CallEnded(null),
                looked("absent", "paused (user)"),
                new SourceInput.Resumed(),
                new SourceInput.Closed(null));
        assertThat(state.end()).isEqualTo(MigrationState.COMPLETED);
    }

    @Test
    void cancellingBeforeTheCallNeverCalls() {
        feed(new SourceInput.Begin());
        assertThat(after(new SourceInput.CancelAsked())).containsExactly(tell(MigrationState.CANCELLING));
        assertThat(after(new SourceInput.PinholeOpened()))
                .containsExactly(tell(MigrationState.CLOSING), new SourceAction.Close(false));
        feed(new SourceInput.Closed(null));
        assertThat(state.end()).isEqualTo(MigrationState.CANCELLED);
    }

    @Test
    void cancellingTwiceIsOnce() {
        copying();
        feed(new SourceInput.CancelAsked());
        assertThat(after(new SourceInput.CancelAsked())).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = SourcePhase.class,
            names = {"SETTLING", "RELEASING", "RETURNING", "CLOSING", "RESUMING_SOURCE", "ENDED"})
    void cancellingAfterTheCallChangesNothing(SourcePhase phase) {
        state = SourceState.agreed(Circumstance.HELD).in(phase);
        assertThat(after(new SourceInput.CancelAsked())).isEmpty();
        assertThat(state.cancelled()).isFalse();
    }
}
