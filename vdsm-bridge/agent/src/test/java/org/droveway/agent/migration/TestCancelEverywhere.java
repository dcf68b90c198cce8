package org.droveway.agent.migration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.droveway.agent.libvirt.DomainStatus;
import org.droveway.protocol.Convergence;
import org.droveway.protocol.MigrationState;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A cancellation in each phase of the source: before the switch it ends the migration, afterwards it changes nothing. */
class TestCancelEverywhere {
    private static final Set<SourcePhase> CANCELLABLE = EnumSet.of(
            SourcePhase.AGREED,
            SourcePhase.OPENING_PINHOLE,
            SourcePhase.PROVING,
            SourcePhase.COPYING,
            SourcePhase.SWITCHOVER);

    private final SourceMachine machine = new SourceMachine("vm1", Convergence.KEEP_ON);

    private static SourceState in(SourcePhase phase) {
        return SourceState.agreed(Circumstance.HELD).in(phase);
    }

    @ParameterizedTest
    @EnumSource(SourcePhase.class)
    void isHeardUntilTheCallIsOver(SourcePhase phase) {
        SourceMachine.Next next = machine.next(in(phase), new SourceInput.CancelAsked());
        assertThat(next.state().cancelled()).isEqualTo(CANCELLABLE.contains(phase));
        assertThat(next.state().phase()).isEqualTo(phase);
        assertThat(next.actions().isEmpty()).isEqualTo(!CANCELLABLE.contains(phase));
    }

    @ParameterizedTest
    @EnumSource(SourcePhase.class)
    void libvirtIsAskedOnlyWhileItsCallRuns(SourcePhase phase) {
        boolean calling = phase == SourcePhase.COPYING || phase == SourcePhase.SWITCHOVER;
        assertThat(machine.next(in(phase), new SourceInput.CancelAsked()).actions())
                .satisfies(actions ->
                        assertThat(actions.contains(new SourceAction.Abort())).isEqualTo(calling));
    }

    @ParameterizedTest
    @EnumSource(
            value = SourcePhase.class,
            names = {"OPENING_PINHOLE", "PROVING"})
    void theStepThatIsUnderWayIsTheLast(SourcePhase phase) {
        SourceState cancelled =
                machine.next(in(phase), new SourceInput.CancelAsked()).state();
        SourceInput done = phase == SourcePhase.PROVING ? new SourceInput.Proved() : new SourceInput.PinholeOpened();
        ends(cancelled, List.of(done, new SourceInput.Closed(null)));
    }

    @ParameterizedTest
    @EnumSource(
            value = SourcePhase.class,
            names = {"COPYING", "SWITCHOVER"})
    void theVmStaysAndNothingIsLeft(SourcePhase phase) {
        SourceState cancelled =
                machine.next(in(phase), new SourceInput.CancelAsked()).state();
        ends(
                cancelled,
                List.of(
                        new SourceInput.CallEnded("operation aborted: canceled by client"),
                        new SourceInput.Looked(
                                new Whereabouts(DomainStatus.ofWord("running"), DomainStatus.ABSENT, false), false),
                        new SourceInput.Closed(null)));
    }

    private void ends(SourceState from, List<SourceInput> inputs) {
        SourceState state = from;
        for (SourceInput input : inputs) {
            SourceMachine.Next next = machine.next(state, input);
            assertThat(next.actions()).doesNotContain(new SourceAction.StartCall(false), new SourceAction.Close(true));
            state = next.state();
        }
        assertThat(state.end()).isEqualTo(MigrationState.CANCELLED);
        assertThat(state.onDestination()).isFalse();
        assertThat(state.refusals()).hasSizeLessThanOrEqualTo(1);
    }
}
