package org.droveway.agent.migration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.droveway.agent.libvirt.DomainStatus;
import org.droveway.protocol.Convergence;
import org.droveway.protocol.MigrationState;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The source's machine when libvirt itself starts the VM at the destination. */
class TestFastHandover {
    private final SourceMachine machine = new SourceMachine("vm1", Convergence.KEEP_ON);
    private final List<SourceAction> done = new ArrayList<>();
    private SourceState state = SourceState.agreed(Circumstance.FAST);

    private List<SourceAction> after(SourceInput... inputs) {
        done.clear();
        for (SourceInput input : inputs) {
            SourceMachine.Next next = machine.next(state, input);
            state = next.state();
            done.addAll(next.actions());
        }
        return List.copyOf(done);
    }

    private static @Nullable DomainStatus status(String word) {
        return word.equals("?") ? null : DomainStatus.ofWord(word);
    }

    private static SourceInput looked(String source, String destination) {
        return new SourceInput.Looked(new Whereabouts(status(source), status(destination), false), false);
    }

    private void callEnded(@Nullable String error) {
        after(
                new SourceInput.Begin(),
                new SourceInput.PinholeOpened(),
                new SourceInput.Proved(),
                new SourceInput.Suspended());
        assertThat(after(new SourceInput.CallEnded(error))).containsExactly(new SourceAction.Look(false));
    }

    @Test
    void nothingIsReleasedWhenItGoesThrough() {
        callEnded(null);
        after(looked("absent", "running"), new SourceInput.Closed(null));
        assertThat(done).noneMatch(SourceAction.Release.class::isInstance).contains(new SourceAction.Close(true));
        assertThat(state.end()).isEqualTo(MigrationState.COMPLETED);
        assertThat(state.onDestination()).isTrue();
    }

    @Test
    void theEndOfTheSourcesProcessAsksNobody() {
        after(new SourceInput.Begin(), new SourceInput.PinholeOpened(), new SourceInput.Proved());
        assertThat(after(new SourceInput.ProcessEnded(4711))).isEmpty();
    }

    @Test
    void whenTheAnswerOfFinishIsLostTheOlderCopyIsDiscarded() {
        callEnded("lost connection to destination host");
        assertThat(after(looked("paused (migration)", "running"))).containsExactly(new SourceAction.DiscardSource());
        assertThat(after(new SourceInput.SourceDiscarded(null))).contains(new SourceAction.Close(true));
        after(new SourceInput.Closed(null));
        assertThat(state.end()).isEqualTo(MigrationState.COMPLETED);
    }

    @Test
    void whatCannotBeDiscardedIsLookedAtAgain() {
        callEnded("lost connection to destination host");
        after(looked("paused (migration)", "running"));
        assertThat(after(new SourceInput.SourceDiscarded("the VM is running on the source and is left alone")))
                .containsExactly(new SourceAction.Look(true));
        after(looked("running", "running"), new SourceInput.Closed(null));
        assertThat(state.end()).isEqualTo(MigrationState.NEEDS_ATTENTION);
        assertThat(state.detail()).contains("source says running, destination says running", "runs on both");
    }

    @Test
    void aDestinationThatRanAndEndedKeepsTheSourceFromGoingOn() {
        callEnded("the destination's QEMU died");
        assertThat(after(looked("paused (migration)", "absent"))).contains(new SourceAction.Close(false));
        after(new SourceInput.Closed("the destination did not clean up: it ran there"));
        assertThat(done).doesNotContain(new SourceAction.ResumeSource());
        assertThat(state.end()).isEqualTo(MigrationState.NEEDS_ATTENTION);
    }

    @Test
    void anIncompleteCopyLetsTheSourceGoOn() {
        callEnded("Connection reset by peer");
        after(looked("paused (migration)", "paused (migration)"), new SourceInput.Closed(null));
        assertThat(done).contains(new SourceAction.ResumeSource());
        after(new SourceInput.SourceResumed(null));
        assertThat(state.end()).isEqualTo(MigrationState.FAILED);
    }

    @Test
    void aSourceThatWasRestartedFindsTheVmWhereItRuns() {
        state = SourceState.recovered(Circumstance.FAST);
        after(new SourceInput.Recover(), looked("off", "running"), new SourceInput.Closed(null));
        assertThat(state.end()).isEqualTo(MigrationState.COMPLETED);
    }
}
