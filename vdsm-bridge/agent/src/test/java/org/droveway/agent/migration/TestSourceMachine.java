package org.droveway.agent.migration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.droveway.agent.libvirt.DomainStatus;
import org.droveway.protocol.Convergence;
import org.droveway.protocol.MigrationState;
import org.droveway.protocol.Refusal;
import org.droveway.protocol.RefusalCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class TestSourceMachine {
    private static final Refusal REFUSAL =
            Refusal.of(RefusalCode.PATH_NOT_PROVED, "path", "silence", "a nonce", "look at routes");

    private final SourceMachine machine = new SourceMachine("vm1", Convergence.KEEP_ON);
    private final List<SourceAction> done = new ArrayList<>();
    private SourceState state = SourceState.agreed(Circumstance.HELD);

    private void feed(SourceInput... inputs) {
        for (SourceInput input : inputs) {
            SourceMachine.Next next = machine.next(state, input);
            state = next.state();
            done.addAll(next.actions());
        }
    }

    private List<SourceAction> after(SourceInput... inputs) {
        done.clear();
        feed(inputs);
        return List.copyOf(done);
    }

    private static SourceInput looked(String source, String destination) {
        return new SourceInput.Looked(
                new Whereabouts(DomainStatus.ofWord(source), DomainStatus.ofWord(destination), false), false);
    }

    private static SourceInput here(String source) {
        return new SourceInput.LookedHere(DomainStatus.ofWord(source));
    }

    private static SourceAction tell(MigrationState told) {
        return new SourceAction.Tell(told, null);
    }

    private void copying() {
        feed(new SourceInput.Begin(), new SourceInput.PinholeOpened(), new SourceInput.Proved());
        done.clear();
    }

    @Test
    void pinholeThenProofThenCall() {
        assertThat(after(new SourceInput.Begin())).containsExactly(new SourceAction.OpenPinhole());
        assertThat(after(new SourceInput.PinholeOpened()))
                .containsExactly(tell(MigrationState.PINHOLE_OPEN), new SourceAction.Prove());
        assertThat(after(new SourceInput.Proved()))
                .containsExactly(tell(MigrationState.COPYING), new SourceAction.StartCall(false));
    }

    @Test
    void aMigrationThatGoesThrough() {
        copying();
        assertThat(after(new SourceInput.Suspended())).containsExactly(tell(MigrationState.SWITCHOVER));
        assertThat(after(new SourceInput.CallEnded(null))).containsExactly(new SourceAction.LookHere());
        assertThat(after(here("absent")))
                .containsExactly(new SourceAction.Release("libvirt's call succeeded, the source says absent"));
        assertThat(state.circumstance()).isEqualTo(Circumstance.RELEASED);
        assertThat(after(new SourceInput.Resumed()))
                .containsExactly(tell(MigrationState.CLOSING), new SourceAction.Close(true));
        assertThat(after(new SourceInput.Closed(null))).containsExactly(new SourceAction.End());
        assertThat(state.end()).isEqualTo(MigrationState.COMPLETED);
        assertThat(state.onDestination()).isTrue();
    }

    private static SourceInput there(String destination) {
        return new SourceInput.LookedThere(4711, DomainStatus.ofWord(destination));
    }

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

    @Test
    void noProofNoCall() {
        feed(new SourceInput.Begin(), new SourceInput.PinholeOpened());
        assertThat(after(new SourceInput.StepFailed(List.of(REFUSAL))))
                .containsExactly(tell(MigrationState.CLOSING), new SourceAction.Close(false));
        feed(new SourceInput.Closed(null));
        assertThat(state.end()).isEqualTo(MigrationState.FAILED);
        assertThat(state.refusals()).containsExactly(REFUSAL);
        assertThat(state.onDestination()).isFalse();
    }

    @Test
    void noPinholeNoProof() {
        feed(new SourceInput.Begin());
        assertThat(after(new SourceInput.StepFailed(List.of(REFUSAL))))
                .containsExactly(tell(MigrationState.CLOSING), new SourceAction.Close(false));
    }

    @Test
    void aFailedCallLeavesTheVmOnTheSource() {
        copying();
        feed(new SourceInput.CallEnded("Unable to write to socket"), looked("running", "absent"));
        assertThat(done).endsWith(tell(MigrationState.CLOSING), new SourceAction.Close(false));
        feed(new SourceInput.Closed(null));
        assertThat(state.end()).isEqualTo(MigrationState.FAILED);
        assertThat(state.onDestination()).isFalse();
        assertThat(state.refusals()).singleElement().satisfies(refusal -> {
            assertThat(refusal.code()).isEqualTo("LIBVIRT_REFUSED");
            assertThat(refusal.found()).contains("Unable to write to socket");
        });
    }

    @Test
    void aCallThatFailedAfterTheHandoverIsStillCompleted() {
        copying();
        feed(
                new SourceInput.CallEnded("Cannot recv data"),
                looked("absent", "paused (user)"),
                new SourceInput.Resumed());
        feed(new SourceInput.Closed(null));
        assertThat(state.end()).isEqualTo(MigrationState.COMPLETED);
    }

    @Test
    void aSourceThatHasNotLetGoIsNotReleased() {
        copying();
        feed(new SourceInput.CallEnded(null));
        assertThat(after(here("paused (migration)"))).containsExactly(new SourceAction.Look(false));
        assertThat(state.circumstance()).isEqualTo(Circumstance.HELD);
    }

    @Test
    void aFailedCallAsksBothEnds() {
        copying();
        assertThat(after(new SourceInput.CallEnded("x"))).containsExactly(new SourceAction.Look(false));
    }

    @Test
    void aCallThatSucceededButLeftTheSourceRunningIsNotCompleted() {
        copying();
        feed(new SourceInput.CallEnded(null), looked("running", "absent"), new SourceInput.Closed(null));
        assertThat(state.end()).isEqualTo(MigrationState.FAILED);
    }

    @Test
    void whatIsNotSettledIsLookedAtAgain() {
        copying();
        feed(new SourceInput.CallEnded("x"));
        assertThat(after(looked("absent", "paused (migration)"))).containsExactly(new SourceAction.Look(true));
        assertThat(state.phase()).isEqualTo(SourcePhase.SETTLING);
    }

    @Test
    void aJobThatStillRunsIsAborted() {
        copying();
        feed(new SourceInput.CallEnded("x"));
        SourceInput busy =
                new SourceInput.Looked(new Whereabouts(DomainStatus.of(1, 0), DomainStatus.ABSENT, true), false);
        assertThat(after(busy)).containsExactly(new SourceAction.Abort(), new SourceAction.Look(true));
    }

    @Test
    void bothRunningNeedsAPerson() {
        copying();
        feed(new SourceInput.CallEnded("x"), looked("running", "running"));
        assertThat(done).endsWith(tell(MigrationState.CLOSING), new SourceAction.Close(true));
        feed(new SourceInput.Closed(null));
        assertThat(state.end()).isEqualTo(MigrationState.NEEDS_ATTENTION);
        assertThat(state.onDestination()).isNull();
        assertThat(state.detail()).startsWith("source says running, destination says running: it runs there");
    }

    @Test
    void aStandingSourceGoesOnOnlyWhenTheDestinationIsClean() {
        copying();
        feed(new SourceInput.CallEnded("x"), looked("paused (migration)", "paused (user)"));
        assertThat(done).endsWith(new SourceAction.Close(false));
        assertThat(after(new SourceInput.Closed(null))).containsExactly(new SourceAction.ResumeSource());
        assertThat(after(new SourceInput.SourceResumed(null))).containsExactly(new SourceAction.End());
        assertThat(state.end()).isEqualTo(MigrationState.FAILED);
    }

    @Test
    void aStandingSourceStaysWhenTheDestinationCannotBeCleaned() {
        copying();
        feed(
                new SourceInput.CallEnded("x"),
                looked("paused (migration)", "paused (user)"),
                new SourceInput.Closed("no answer"));
        assertThat(done).doesNotContain(new SourceAction.ResumeSource());
        assertThat(state.end()).isEqualTo(MigrationState.NEEDS_ATTENTION);
        assertThat(state.detail()).contains("no answer");
    }

    @Test
    void aSourceThatDoesNotGoOnNeedsAPerson() {
        copying();
        feed(
                new SourceInput.CallEnded("x"),
                looked("paused (migration)", "absent"),
                new SourceInput.Closed(null),
                new SourceInput.SourceResumed("refused"));
        assertThat(state.end()).isEqualTo(MigrationState.NEEDS_ATTENTION);
    }

    @Test
    void anUnconfirmedReleaseIsLookedAtAgain() {
        copying();
        feed(new SourceInput.CallEnded(null), looked("absent", "paused (user)"));
        assertThat(after(new SourceInput.ReleaseUnconfirmed("timeout"))).containsExactly(new SourceAction.Look(true));
        feed(looked("absent", "running"), new SourceInput.Closed(null));
        assertThat(state.end()).isEqualTo(MigrationState.COMPLETED);
    }

    @Test
    void anEndThatTheDestinationDoesNotHearIsSaid() {
        copying();
        feed(
                new SourceInput.CallEnded("x"),
                looked("running", "absent"),
                new SourceInput.Closed("its lease ends by itself"));
        assertThat(state.end()).isEqualTo(MigrationState.FAILED);
        assertThat(state.detail()).contains("lease ends by itself");
    }

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

    @Test
    void whatStallsIsAborted() {
        copying();
        assertThat(after(new SourceInput.Stalled())).containsExactly(new SourceAction.Abort());
        feed(new SourceInput.CallEnded("aborted"), looked("running", "absent"), new SourceInput.Closed(null));
        assertThat(state.end()).isEqualTo(MigrationState.FAILED);
        assertThat(state.refusals().get(0).found()).contains("nothing moved for 7 s");
    }

    @Test
    void nothingStallsDuringTheSwitchover() {
        copying();
        feed(new SourceInput.Suspended());
        assertThat(after(new SourceInput.Stalled())).isEmpty();
    }

    @Test
    void recoveryLooksFirst() {
        state = SourceState.recovered(Circumstance.HELD);
        assertThat(after(new SourceInput.Recover())).containsExactly(new SourceAction.Look(false));
    }

    @Test
    void recoveryReleasesWhatWaits() {
        state = SourceState.recovered(Circumstance.RELEASED);
        assertThat(after(new SourceInput.Recover(), looked("absent", "paused (user)")))
                .endsWith(new SourceAction.Release("source says absent, destination says paused (user)"));
    }

    @Test
    void recoveryOfWhatWasReleasedNeverDiscardsTheDestination() {
        state = SourceState.recovered(Circumstance.RELEASED);
        feed(new SourceInput.Recover(), looked("running", "paused (user)"));
        assertThat(done).doesNotContain(new SourceAction.Close(false));
        assertThat(state.end()).isEqualTo(MigrationState.NEEDS_ATTENTION);
    }

    @Test
    void afterTheEndNothingHappens() {
        state = SourceState.agreed(Circumstance.HELD).in(SourcePhase.ENDED);
        assertThat(after(
                        new SourceInput.Begin(),
                        new SourceInput.Suspended(),
                        new SourceInput.CallEnded(null),
                        looked("running", "running"),
                        new SourceInput.Closed(null)))
                .isEmpty();
    }

    private static SourceInput anything(Random random) {
        List<String> words = List.of("absent", "running", "paused (user)", "paused (migration)", "off", "other");
        return switch (random.nextInt(16)) {
            case 0 -> new SourceInput.Begin();
            case 1 -> new SourceInput.PinholeOpened();
            case 2 -> new SourceInput.Proved();
            case 3 -> new SourceInput.StepFailed(List.of(REFUSAL));
            case 4 -> new SourceInput.Suspended();
            case 5 -> new SourceInput.CallEnded(random.nextBoolean() ? null : "x");
            case 6 -> new SourceInput.Stalled();
            case 7 -> new SourceInput.CancelAsked();
            case 8, 9 -> looked(words.get(random.nextInt(6)), words.get(random.nextInt(6)));
            case 10 -> new SourceInput.Resumed();
            case 11 -> new SourceInput.Closed(random.nextBoolean() ? null : "x");
            case 12 -> here(words.get(random.nextInt(6)));
            case 13 -> new SourceInput.ProcessEnded(4711);
            case 14 -> there(words.get(random.nextInt(6)));
            default -> new SourceInput.SourceResumed(random.nextBoolean() ? null : "x");
        };
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14, 15, 16, 17, 18})
    void whateverHappensTheOrderHolds(long seed) {
        Random random = new Random(seed);
        for (int run = 0; run < 200; run++) {
            state = SourceState.agreed(Circumstance.HELD);
            done.clear();
            for (int i = 0; i < 60; i++) {
                feed(anything(random));
            }
            assertThat(done.stream().filter(SourceAction.StartCall.class::isInstance))
                    .hasSizeLessThanOrEqualTo(1);
            assertThat(done.stream().filter(SourceAction.Close.class::isInstance))
                    .hasSizeLessThanOrEqualTo(1);
            assertThat(done.stream().filter(SourceAction.End.class::isInstance)).hasSizeLessThanOrEqualTo(1);
            int released = indexOf(SourceAction.Release.class);
            if (released >= 0) {
                assertThat(done.subList(released, done.size()))
                        .doesNotContain(new SourceAction.Close(false), new SourceAction.ResumeSource());
            }
            if (state.phase() == SourcePhase.ENDED) {
                assertThat(state.end()).isNotNull();
                assertThat(indexOf(SourceAction.Close.class)).isNotNegative();
            }
        }
    }

    private int indexOf(Class<? extends SourceAction> type) {
        for (int i = 0; i < done.size(); i++) {
            if (type.isInstance(done.get(i))) {
                return i;
            }
        }
        return -1;
    }
}
