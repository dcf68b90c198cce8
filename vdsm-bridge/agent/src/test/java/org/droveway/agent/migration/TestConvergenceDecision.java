package org.droveway.agent.migration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.droveway.agent.libvirt.DomainStatus;
import org.droveway.protocol.Convergence;
import org.droveway.protocol.MigrationState;
import org.droveway.protocol.Refusal;
import org.junit.jupiter.api.Test;

/** What the source's machine does about a copy that never ends. */
class TestConvergenceDecision {
    private static final SourceInput HOPELESS = new SourceInput.CannotConverge("pass 5 had no less to send");

    private final List<SourceAction> done = new ArrayList<>();
    private SourceMachine machine = new SourceMachine("vm1", Convergence.KEEP_ON);
    private SourceState state = SourceState.agreed(Circumstance.HELD);

    private List<SourceAction> after(SourceInput... inputs) {
        done.clear();
        for (SourceInput input : inputs) {
            SourceMachine.Next next = machine.next(state, input);
            state = next.state();
            done.addAll(next.actions());
        }
        return List.copyOf(done);
    }

    private void copying(Convergence policy) {
        machine = new SourceMachine("vm1", policy);
        after(new SourceInput.Begin(), new SourceInput.PinholeOpened(), new SourceInput.Proved());
    }

    @Test
    void itGoesOnAndSaysSo() {
        copying(Convergence.KEEP_ON);
        assertThat(after(HOPELESS))
                .containsExactly(new SourceAction.Tell(
                        MigrationState.COPYING,
                        "the copy does not converge: pass 5 had no less to send; it goes on, as it was asked to"));
        assertThat(state.phase()).isEqualTo(SourcePhase.COPYING);
    }

    @Test
    void qemuGoesOnThrottling() {
        copying(Convergence.THROTTLE);
        assertThat(after(HOPELESS)).hasSize(1).noneMatch(SourceAction.Abort.class::isInstance);
    }

    @Test
    void itEndsWithTheReason() {
        copying(Convergence.CANCEL);
        assertThat(after(HOPELESS)).containsExactly(new SourceAction.Abort());
        after(
                new SourceInput.CallEnded("operation aborted: canceled by client"),
                new SourceInput.Looked(
                        new Whereabouts(DomainStatus.ofWord("running"), DomainStatus.ABSENT, false), false),
                new SourceInput.Closed(null));
        assertThat(state.end()).isEqualTo(MigrationState.FAILED);
        assertThat(state.onDestination()).isFalse();
        assertThat(state.detail()).isEqualTo("the copy does not converge: pass 5 had no less to send");
        assertThat(state.refusals()).extracting(Refusal::code).containsExactly("CANNOT_CONVERGE");
    }

    @Test
    void whoCancelledMeanwhileIsNotToldOfIt() {
        copying(Convergence.CANCEL);
        after(new SourceInput.CancelAsked());
        assertThat(after(HOPELESS)).isEmpty();
        assertThat(state.refusals()).isEmpty();
    }

    @Test
    void onceTheGuestStandsStillItIsTooLate() {
        copying(Convergence.CANCEL);
        after(new SourceInput.Suspended());
        assertThat(after(HOPELESS)).isEmpty();
    }
}
