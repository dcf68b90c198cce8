package org.droveway.agent.migration;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.droveway.protocol.MigrationState;

/**
 * The source's side once post-copy may have begun: the source's guest never goes on again, and what was interrupted goes on over another port, as
 * often as it takes.
 */
final class PostCopyMachine {
    /** What follows from where the VM is. */
    interface Settling {
        SourceMachine.Next settle(SourceState state, Whereabouts seen, Reconciliation.Decision decision);
    }

    private static final Set<SourcePhase> OWN = EnumSet.of(SourcePhase.POSTCOPY_PAUSED);
    private static final Set<SourcePhase> REOPENING = EnumSet.of(SourcePhase.OPENING_PINHOLE, SourcePhase.PROVING);

    private final Settling settling;

    PostCopyMachine(Settling settling) {
        this.settling = settling;
    }

    /** Whether post-copy was interrupted, or is about to go on. */
    static boolean concerns(SourceState state) {
        boolean reopening = state.circumstance() == Circumstance.POST_COPY && REOPENING.contains(state.phase());
        return reopening || OWN.contains(state.phase());
    }

    /** Post-copy was interrupted: asks for another way. */
    static SourceMachine.Next paused(SourceState state, String seen) {
        return new SourceMachine.Next(
                state.in(SourcePhase.POSTCOPY_PAUSED),
                List.of(new SourceAction.Tell(MigrationState.POSTCOPY_PAUSED, seen), new SourceAction.AskToResume()));
    }

    SourceMachine.Next next(SourceState state, SourceInput input) {
        if (input instanceof SourceInput.StepFailed failed) {
            return waiting(state, failed);
        }
        return switch (state.phase()) {
            case POSTCOPY_PAUSED -> waited(state, input);
            case OPENING_PINHOLE ->
                input instanceof SourceInput.PinholeOpened
                        ? new SourceMachine.Next(state.in(SourcePhase.PROVING), List.of(new SourceAction.Prove()))
                        : stay(state);
            case PROVING ->
                input instanceof SourceInput.Proved
                        ? new SourceMachine.Next(
                                state.calledAgain(),
                                List.of(
                                        new SourceAction.Tell(MigrationState.POSTCOPY, null),
                                        new SourceAction.StartCall(true)))
                        : stay(state);
            default -> stay(state);
        };
    }

    private SourceMachine.Next waited(SourceState state, SourceInput input) {
        if (input instanceof SourceInput.ResumeAccepted) {
            return new SourceMachine.Next(
                    state.in(SourcePhase.OPENING_PINHOLE), List.of(new SourceAction.OpenPinhole()));
        }
        if (!(input instanceof SourceInput.Looked looked)) {
            return stay(state);
        }
        Reconciliation.Decision decision =
                Reconciliation.decide(looked.seen(), state.circumstance(), looked.patienceOver());
        return switch (decision.settlement()) {
            case RESUME_POST_COPY -> new SourceMachine.Next(state, List.of(new SourceAction.AskToResume()));
            case WAIT -> new SourceMachine.Next(state, List.of(new SourceAction.Look(true)));
            default -> settling.settle(state, looked.seen(), decision);
        };
    }

    /** The network may be away for long: nothing is lost by waiting, and nothing else would help. */
    private static SourceMachine.Next waiting(SourceState state, SourceInput.StepFailed failed) {
        return new SourceMachine.Next(
                state.in(SourcePhase.POSTCOPY_PAUSED).because(failed.refusals(), state.detail()),
                List.of(new SourceAction.LookLater()));
    }

    private static SourceMachine.Next stay(SourceState state) {
        return new SourceMachine.Next(state, List.of());
    }
}
