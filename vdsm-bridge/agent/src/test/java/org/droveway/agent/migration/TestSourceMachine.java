package org.droveway.agent.migration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.droveway.agent.libvirt.DomainStatus;
import org.droveway.protocol.MigrationState;
import org.junit.jupiter.api.Test;

/** The way of a migration at its source, and its ends. */
class TestSourceMachine extends SourceMachineFixture {
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
}
