package org.droveway.agent.migration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.droveway.agent.libvirt.DomainStatus;
import org.droveway.protocol.Convergence;
import org.droveway.protocol.MigrationState;
import org.droveway.protocol.Refusal;
import org.droveway.protocol.RefusalCode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The source's machine from the order to switch to post-copy on. */
class TestPostCopyMachine {
    private static final SourceInput HOPELESS = new SourceInput.CannotConverge("pass 5 had no less to send");
    private static final Refusal REFUSAL =
            Refusal.of(RefusalCode.PATH_NOT_PROVED, "path", "silence", "a nonce", "look at routes");
    private static final String SOURCE_FAILED = "paused (post-copy failed)";
    private static final String DESTINATION_FAILED = "running (post-copy failed)";

    private final SourceMachine machine = new SourceMachine("vm1", Convergence.POST_COPY);
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

    private static SourceInput lookedForTheLastTime(String source, String destination) {
        return new SourceInput.Looked(new Whereabouts(status(source), status(destination), false), true);
    }

    private void ordered() {
        after(new SourceInput.Begin(), new SourceInput.PinholeOpened(), new SourceInput.Proved());
        assertThat(after(HOPELESS)).containsExactly(new SourceAction.OrderPostCopy());
        assertThat(state.circumstance()).isEqualTo(Circumstance.POST_COPY);
    }

    private void switched() {
        ordered();
        after(new SourceInput.PostCopyOrdered(null), new SourceInput.Suspended());
        assertThat(after(new SourceInput.Switched()))
                .containsExactly(new SourceAction.Tell(MigrationState.POSTCOPY, null));
    }

    private void interrupted() {
        switched();
        assertThat(after(new SourceInput.Stalled())).containsExactly(new SourceAction.InterruptPostCopy());
        assertThat(after(new SourceInput.CallEnded("post-copy migration failed")))
                .containsExactly(new SourceAction.Look(false));
        assertThat(after(looked(SOURCE_FAILED, DESTINATION_FAILED)))
                .containsExactly(
                        new SourceAction.Tell(
                                MigrationState.POSTCOPY_PAUSED,
                                "source says paused (post-copy failed), destination says running (post-copy failed)"),
                        new SourceAction.AskToResume());
    }

    private void goesOn() {
        assertThat(after(new SourceInput.ResumeAccepted())).containsExactly(new SourceAction.OpenPinhole());
        assertThat(after(new SourceInput.PinholeOpened())).containsExactly(new SourceAction.Prove());
        assertThat(after(new SourceInput.Proved()))
                .containsExactly(
                        new SourceAction.Tell(MigrationState.POSTCOPY, null), new SourceAction.StartCall(true));
    }

    @Test
    void goesThrough() {
        switched();
        after(new SourceInput.CallEnded(null), looked("absent", "running"), new SourceInput.Closed(null));
        assertThat(state.end()).isEqualTo(MigrationState.COMPLETED);
        assertThat(state.onDestination()).isTrue();
    }

    @Test
    void isOrderedOnce() {
        ordered();
        assertThat(after(HOPELESS)).isEmpty();
    }

    @Test
    void anOrderThatIsNotTakenIsTold() {
        ordered();
        assertThat(after(new SourceInput.PostCopyOrdered("no memory is copied yet")))
                .containsExactly(new SourceAction.Tell(
                        MigrationState.COPYING, "the switch to post-copy did not come about: no memory is copied yet"));
    }

    @Test
    void aSwitchThatNeverCameAboutLeavesTheVmHere() {
        ordered();
        after(new SourceInput.CallEnded("aborted"), looked("running", "absent"), new SourceInput.Closed(null));
        assertThat(state.end()).isEqualTo(MigrationState.FAILED);
        assertThat(state.onDestination()).isFalse();
    }

    @Test
    void goesOnTwiceInOneMigration() {
        interrupted();
        goesOn();
        after(new SourceInput.Stalled(), new SourceInput.CallEnded("again"));
        assertThat(after(looked(SOURCE_FAILED, "running (post-copy)"))).contains(new SourceAction.AskToResume());
        goesOn();
        after(new SourceInput.CallEnded(null), looked("absent", "running"), new SourceInput.Closed(null));
        assertThat(state.end()).isEqualTo(MigrationState.COMPLETED);
        assertThat(state.refusals()).isEmpty();
    }

    @Test
    void whileTheNetworkIsAwayItIsTriedAgainAndAgain() {
        interrupted();
        for (int attempt = 0; attempt < 100; attempt++) {
            after(new SourceInput.ResumeAccepted(), new SourceInput.PinholeOpened());
            assertThat(after(new SourceInput.StepFailed(List.of(REFUSAL))))
                    .containsExactly(new SourceAction.LookLater());
            assertThat(state.phase()).isEqualTo(SourcePhase.POSTCOPY_PAUSED);
            assertThat(after(lookedForTheLastTime(SOURCE_FAILED, DESTINATION_FAILED)))
                    .containsExactly(new SourceAction.AskToResume());
        }
        goesOn();
    }

    @Test
    void theDestinationsRefusalIsWaitedOut() {
        interrupted();
        assertThat(after(new SourceInput.StepFailed(List.of(REFUSAL)))).containsExactly(new SourceAction.LookLater());
        assertThat(after(looked("absent", "running"))).contains(new SourceAction.Close(true));
    }

    @Test
    void goesOnByItselfWhenTheControlConnectionAloneWasLost() {
        switched();
        after(new SourceInput.CallEnded("lost connection to destination host"));
        for (int look = 0; look < 100; look++) {
            assertThat(after(lookedForTheLastTime("paused (post-copy)", "running (post-copy)")))
                    .containsExactly(new SourceAction.LookLater());
        }
        after(looked("absent", "running"), new SourceInput.Closed(null));
        assertThat(state.end()).isEqualTo(MigrationState.COMPLETED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"absent", "off", "paused (migration)"})
    void aDestinationThatLostTheVmIsAPersonsToJudge(String destination) {
        switched();
        after(new SourceInput.CallEnded("QEMU died"), looked(SOURCE_FAILED, destination), new SourceInput.Closed(null));
        assertThat(state.end()).isEqualTo(MigrationState.NEEDS_ATTENTION);
        assertThat(state.detail()).contains("source says paused (post-copy failed)", "destination says " + destination);
    }

    @ParameterizedTest
    @ValueSource(strings = {"absent", "off"})
    void aSourceThatDiedLeavesADestinationThatLacksPages(String source) {
        switched();
        after(new SourceInput.CallEnded("QEMU died"), looked(source, DESTINATION_FAILED), new SourceInput.Closed(null));
        assertThat(state.end()).isEqualTo(MigrationState.NEEDS_ATTENTION);
    }

    @Test
    void aSilentDestinationIsWaitedForAndThenAPersons() {
        interrupted();
        after(new SourceInput.StepFailed(List.of(REFUSAL)));
        assertThat(after(looked(SOURCE_FAILED, "?"))).containsExactly(new SourceAction.Look(true));
        after(lookedForTheLastTime(SOURCE_FAILED, "?"), new SourceInput.Closed(null));
        assertThat(state.end()).isEqualTo(MigrationState.NEEDS_ATTENTION);
    }

    @Test
    void theSourceNeverGoesOn() {
        switched();
        for (String source : List.of("paused (post-copy)", SOURCE_FAILED, "paused (migration)")) {
            for (String destination : List.of("absent", "running", DESTINATION_FAILED, "paused (migration)", "?")) {
                SourceMachine.Next next = machine.next(
                        state.withCallOver().in(SourcePhase.SETTLING), lookedForTheLastTime(source, destination));
                assertThat(next.actions())
                        .noneMatch(SourceAction.ResumeSource.class::isInstance)
                        .doesNotContain(new SourceAction.Close(false), new SourceAction.DiscardSource());
                assertThat(next.state().resumeSource()).isFalse();
            }
        }
    }

    @Test
    void itIsTooLateToCancel() {
        switched();
        assertThat(after(new SourceInput.CancelAsked())).isEmpty();
        after(new SourceInput.Stalled(), new SourceInput.CallEnded("x"), looked(SOURCE_FAILED, DESTINATION_FAILED));
        assertThat(after(new SourceInput.CancelAsked())).isEmpty();
        after(new SourceInput.ResumeAccepted());
        assertThat(after(new SourceInput.CancelAsked())).isEmpty();
        assertThat(state.cancelled()).isFalse();
    }

    @Test
    void beforeTheSwitchItCanStillBeCancelled() {
        ordered();
        assertThat(after(new SourceInput.CancelAsked())).contains(new SourceAction.Abort());
        after(new SourceInput.CallEnded("aborted"), looked("running", "absent"), new SourceInput.Closed(null));
        assertThat(state.end()).isEqualTo(MigrationState.CANCELLED);
    }

    @Test
    void anAgentThatWasRestartedGoesOnWithIt() {
        state = SourceState.recovered(Circumstance.POST_COPY);
        assertThat(after(new SourceInput.Recover())).containsExactly(new SourceAction.Look(false));
        assertThat(after(looked(SOURCE_FAILED, DESTINATION_FAILED))).contains(new SourceAction.AskToResume());
        goesOn();
    }
}
