package org.droveway.agent.migration;

import static org.assertj.core.api.Assertions.assertThat;

import org.droveway.protocol.MigrationState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The destination may go on before libvirt's call has returned: as soon as the source's QEMU is gone. */
class TestSourceRelease extends SourceMachineFixture {
    private void processEnded() {
        copying();
        feed(new SourceInput.Suspended());
        assertThat(after(new SourceInput.ProcessEnded(4711))).containsExactly(new SourceAction.LookThere(4711));
    }

    @Test
    void theEndOfTheSourcesProcessReleasesBeforeTheCallReturns() {
        processEnded();
        assertThat(after(there("paused (user)")))
                .containsExactly(new SourceAction.Release(
                        "the source's QEMU, process 4711, has ended, destination says paused (user)"));
        assertThat(state.circumstance()).isEqualTo(Circumstance.RELEASED);
        assertThat(after(new SourceInput.Resumed())).isEmpty();
        assertThat(state.phase()).isEqualTo(SourcePhase.RETURNING);
        assertThat(after(new SourceInput.CallEnded(null)))
                .containsExactly(tell(MigrationState.CLOSING), new SourceAction.Close(true));
        feed(new SourceInput.Closed(null));
        assertThat(state.end()).isEqualTo(MigrationState.COMPLETED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"absent", "paused (migration)", "paused (starting up)", "running", "other"})
    void theEndOfTheSourcesProcessAloneReleasesNothing(String destination) {
        processEnded();
        assertThat(after(there(destination))).isEmpty();
        assertThat(state.circumstance()).isEqualTo(Circumstance.HELD);
        assertThat(after(new SourceInput.CallEnded("QEMU died"))).containsExactly(new SourceAction.Look(false));
    }

    @Test
    void aDestinationThatDoesNotAnswerIsNotReleased() {
        processEnded();
        assertThat(after(new SourceInput.LookedThere(4711, null))).isEmpty();
        assertThat(state.circumstance()).isEqualTo(Circumstance.HELD);
    }

    @Test
    void aProcessThatEndsLaterThanTheCallChangesNothing() {
        copying();
        feed(new SourceInput.CallEnded(null));
        assertThat(after(new SourceInput.ProcessEnded(4711), there("paused (user)")))
                .isEmpty();
        assertThat(state.circumstance()).isEqualTo(Circumstance.HELD);
    }

    @Test
    void anEarlyReleaseThatIsNotConfirmedWaitsForTheCall() {
        processEnded();
        feed(there("paused (user)"));
        assertThat(after(new SourceInput.ReleaseUnconfirmed("timeout"))).isEmpty();
        assertThat(after(new SourceInput.CallEnded(null))).containsExactly(new SourceAction.Look(true));
        feed(looked("absent", "running"), new SourceInput.Closed(null));
        assertThat(state.end()).isEqualTo(MigrationState.COMPLETED);
    }

    @Test
    void aCallThatFailsAfterTheReleaseIsSaid() {
        processEnded();
        feed(there("paused (user)"), new SourceInput.Resumed());
        assertThat(after(new SourceInput.CallEnded("End of file"))).containsExactly(new SourceAction.Look(true));
        feed(looked("paused (migration)", "running"), looked("off", "running"), new SourceInput.Closed(null));
        assertThat(state.end()).isEqualTo(MigrationState.COMPLETED);
        assertThat(state.detail()).isEqualTo("libvirt says: End of file");
    }
}
