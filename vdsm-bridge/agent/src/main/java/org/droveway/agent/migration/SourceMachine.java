package org.droveway.agent.migration;

import java.util.ArrayList;
import java.util.List;
import org.droveway.agent.libvirt.DomainStatus;
import org.droveway.protocol.Convergence;
import org.droveway.protocol.MigrationState;
import org.droveway.protocol.Refusal;
import org.droveway.protocol.RefusalCode;
import org.jspecify.annotations.Nullable;

/** The source's side of a migration: state and input in, state and actions out. Inputs that mean nothing in a phase change nothing. */
final class SourceMachine {
    /** What follows an input. */
    record Next(SourceState state, List<SourceAction> actions) {
        Next {
            actions = List.copyOf(actions);
        }
    }

    private final String vm;
    private final Convergence convergence;
    private final PostCopyMachine postCopy;

    /** The machine; {@code convergence} is what is done when the copy would never end. */
    SourceMachine(String vmName, Convergence convergence) {
        this.vm = "VM " + vmName;
        this.convergence = convergence;
        this.postCopy = new PostCopyMachine(SourceMachine::settle);
    }

    Next next(SourceState state, SourceInput input) {
        if (input instanceof SourceInput.CancelAsked) {
            return cancel(state);
        }
        if (PostCopyMachine.concerns(state)) {
            return postCopy.next(state, input);
        }
        return switch (state.phase()) {
            case AGREED -> input instanceof SourceInput.Begin ? begin(state) : stay(state);
            case OPENING_PINHOLE ->
                input instanceof SourceInput.PinholeOpened
                        ? step(state, SourcePhase.PROVING, MigrationState.PINHOLE_OPEN, new SourceAction.Prove())
                        : stepFailed(state, input);
            case PROVING ->
                input instanceof SourceInput.Proved
                        ? step(state, SourcePhase.COPYING, MigrationState.COPYING, new SourceAction.StartCall(false))
                        : stepFailed(state, input);
            case COPYING, SWITCHOVER, POSTCOPY -> calling(state, input);
            case SETTLING -> settling(state, input);
            case DISCARDING_SOURCE -> discarding(state, input);
            case RELEASING -> releasing(state, input);
            case RETURNING -> returning(state, input);
            case CLOSING -> closing(state, input);
            case RESUMING_SOURCE -> resuming(state, input);
            case POSTCOPY_PAUSED, ENDED -> stay(state);
        };
    }

    private static Next begin(SourceState state) {
        return new Next(state.in(SourcePhase.OPENING_PINHOLE), List.of(new SourceAction.OpenPinhole()));
    }

    /** A step succeeded; whoever cancelled meanwhile gets the end instead of the next step. */
    private static Next step(SourceState state, SourcePhase phase, MigrationState told, SourceAction action) {
        if (state.cancelled()) {
            return close(state, MigrationState.CANCELLED, false, false);
        }
        return new Next(state.in(phase), List.of(new SourceAction.Tell(told, null), action));
    }

    private static Next stepFailed(SourceState state, SourceInput input) {
        if (!(input instanceof SourceInput.StepFailed failed)) {
            return stay(state);
        }
        MigrationState end = state.cancelled() ? MigrationState.CANCELLED : MigrationState.FAILED;
        return close(state.because(failed.refusals(), null), end, false, false);
    }

    private Next calling(SourceState state, SourceInput input) {
        if (input instanceof SourceInput.Suspended && state.phase() == SourcePhase.COPYING) {
            return new Next(
                    state.in(SourcePhase.SWITCHOVER), List.of(new SourceAction.Tell(MigrationState.SWITCHOVER, null)));
        }
        if (input instanceof SourceInput.Switched && state.phase() != SourcePhase.POSTCOPY) {
            return new Next(
                    state.in(SourcePhase.POSTCOPY), List.of(new SourceAction.Tell(MigrationState.POSTCOPY, null)));
        }
        if (input instanceof SourceInput.Stalled && state.phase() == SourcePhase.POSTCOPY) {
            return new Next(state, List.of(new SourceAction.InterruptPostCopy()));
        }
        if (input instanceof SourceInput.Stalled && state.phase() == SourcePhase.COPYING) {
            String detail = "nothing moved for " + Watchdog.PATIENCE.toSeconds() + " s";
            return new Next(state.because(List.of(), detail), List.of(new SourceAction.Abort()));
        }
        if (input instanceof SourceInput.PostCopyOrdered ordered && ordered.problem() != null) {
            return stillCopying(state, "the switch to post-copy did not come about: " + ordered.problem());
        }
        if (input instanceof SourceInput.CannotConverge hopeless && state.phase() == SourcePhase.COPYING) {
            return cannotConverge(state, hopeless.why());
        }
        if (input instanceof SourceInput.ProcessEnded ended) {
            return state.strict() ? new Next(state, List.of(new SourceAction.LookThere(ended.pid()))) : stay(state);
        }
        if (input instanceof SourceInput.LookedThere there) {
            return lookedThere(state, there);
        }
        if (input instanceof SourceInput.CallEnded ended) {
            boolean handedOver = ended.error() == null && state.strict();
            SourceAction look = handedOver ? new SourceAction.LookHere() : new SourceAction.Look(false);
            return new Next(callOver(state, ended).in(SourcePhase.SETTLING), List.of(look));
        }
        return stay(state);
    }

    /**
     * libvirt ends the source's QEMU in its Confirm, after the destination's Finish; it then looks only every 200 ms whether the process has
     * gone (libvirt 9.0, virProcessKillPainfully). The process itself is the better witness: the guest stands still for less long.
     */
    private static Next lookedThere(SourceState state, SourceInput.LookedThere there) {
        DomainStatus destination = there.destination();
        return destination != null && destination.handedOver()
                ? release(
                        state,
                        "the source's QEMU, process " + there.pid() + ", has ended, destination says "
                                + destination.word())
                : stay(state);
    }

    private Next cannotConverge(SourceState state, String why) {
        if (state.cancelled() || state.detail() != null) {
            return stay(state);
        }
        String found = "the copy does not converge: " + why;
        return switch (convergence) {
            case KEEP_ON -> stillCopying(state, found + "; it goes on, as it was asked to");
            case THROTTLE -> stillCopying(state, found + "; QEMU slows the guest down further");
            case CANCEL -> {
                Refusal refusal = Refusal.of(
                        RefusalCode.CANNOT_CONVERGE,
                        vm,
                        why,
                        "a guest that writes less than can be sent",
                        "allow more bandwidth or a longer downtime, throttle the guest, or let it go on by post-copy");
                yield new Next(state.because(List.of(refusal), found), List.of(new SourceAction.Abort()));
            }
            case POST_COPY ->
                state.circumstance() == Circumstance.POST_COPY
                        ? stay(state)
                        : new Next(state.withPostCopy(), List.of(new SourceAction.OrderPostCopy()));
        };
    }

    private static Next stillCopying(SourceState state, String detail) {
        return new Next(state, List.of(new SourceAction.Tell(MigrationState.COPYING, detail)));
    }

    private SourceState callOver(SourceState state, SourceInput.CallEnded ended) {
        return explained(state.withCallOver(), ended.error());
    }

    private SourceState explained(SourceState state, @Nullable String error) {
        if (error == null || !state.refusals().isEmpty()) {
            return state;
        }
        Refusal refusal = Refusal.of(
                RefusalCode.LIBVIRT_REFUSED,
                vm,
                state.detail() == null ? error : state.detail() + "; libvirt says: " + error,
                "a migration that goes through",
                "look at what libvirt says; the VM was not harmed, the migration may be started again");
        return state.because(List.of(refusal), state.detail());
    }

    private Next settling(SourceState state, SourceInput input) {
        if (input instanceof SourceInput.Recover) {
            return new Next(state, List.of(new SourceAction.Look(false)));
        }
        if (input instanceof SourceInput.LookedHere here) {
            return here.source().gone()
                    ? release(
                            state,
                            "libvirt's call succeeded, the source says "
                                    + here.source().word())
                    : new Next(state, List.of(new SourceAction.Look(false)));
        }
        if (!(input instanceof SourceInput.Looked looked)) {
            return stay(state);
        }
        Reconciliation.Decision decision =
                Reconciliation.decide(looked.seen(), state.circumstance(), looked.patienceOver());
        return settle(state, looked.seen(), decision);
    }

    private static Next settle(SourceState state, Whereabouts seen, Reconciliation.Decision decision) {
        MigrationState failed = state.cancelled() ? MigrationState.CANCELLED : MigrationState.FAILED;
        return switch (decision.settlement()) {
            case RELEASE -> release(state, seen.text());
            case ON_DESTINATION -> close(state, MigrationState.COMPLETED, true, false);
            case DISCARD_SOURCE ->
                new Next(state.in(SourcePhase.DISCARDING_SOURCE), List.of(new SourceAction.DiscardSource()));
            case ON_SOURCE -> close(state, failed, false, false);
            case RESUME_SOURCE -> close(state, failed, false, true);
            case ATTENTION -> {
                String known = seen.text() + ": " + decision.reason();
                yield close(state.because(state.refusals(), known), MigrationState.NEEDS_ATTENTION, null, false);
            }
            case WAIT ->
                new Next(
                        state.in(SourcePhase.SETTLING),
                        seen.jobRunning()
                                ? List.of(new SourceAction.Abort(), new SourceAction.Look(true))
                                : List.of(new SourceAction.Look(true)));
            case RESUME_POST_COPY -> PostCopyMachine.paused(state, seen.text());
            case GOES_ON -> new Next(state.in(SourcePhase.SETTLING), List.of(new SourceAction.LookLater()));
        };
    }

    private static Next discarding(SourceState state, SourceInput input) {
        if (!(input instanceof SourceInput.SourceDiscarded discarded)) {
            return stay(state);
        }
        return discarded.problem() == null
                ? close(state, MigrationState.COMPLETED, true, false)
                : lookAgain(state.because(state.refusals(), discarded.problem()));
    }

    private static Next release(SourceState state, String evidence) {
        return new Next(state.withRelease().in(SourcePhase.RELEASING), List.of(new SourceAction.Release(evidence)));
    }

    private static Next releasing(SourceState state, SourceInput input) {
        if (input instanceof SourceInput.Resumed) {
            return state.callOver()
                    ? close(state, MigrationState.COMPLETED, true, false)
                    : new Next(state.in(SourcePhase.RETURNING), List.of());
        }
        if (input instanceof SourceInput.ReleaseUnconfirmed unconfirmed) {
            SourceState explained = state.because(state.refusals(), unconfirmed.why());
            return state.callOver() ? lookAgain(explained) : stay(explained);
        }
        // The release was not confirmed, and while libvirt's call ran nothing could be settled.
        return input instanceof SourceInput.CallEnded ? lookAgain(state.withCallOver()) : stay(state);
    }

    private static Next lookAgain(SourceState state) {
        return new Next(state.in(SourcePhase.SETTLING), List.of(new SourceAction.Look(true)));
    }

    /** The VM runs on the destination. A call that fails now may have left something of it here: who looks sees it. */
    private static Next returning(SourceState state, SourceInput input) {
        if (!(input instanceof SourceInput.CallEnded ended)) {
            return stay(state);
        }
        SourceState over = state.withCallOver();
        return ended.error() == null
                ? close(over, MigrationState.COMPLETED, true, false)
                : lookAgain(over.because(List.of(), joined(over, "libvirt says: " + ended.error())));
    }

    private static Next closing(SourceState state, SourceInput input) {
        if (!(input instanceof SourceInput.Closed closed)) {
            return stay(state);
        }
        if (state.resumeSource()) {
            return closed.problem() == null
                    ? new Next(state.in(SourcePhase.RESUMING_SOURCE), List.of(new SourceAction.ResumeSource()))
                    : attention(state, "the VM stands still on the source; " + closed.problem());
        }
        return end(closed.problem() == null ? state : state.because(state.refusals(), joined(state, closed.problem())));
    }

    private static Next resuming(SourceState state, SourceInput input) {
        if (!(input instanceof SourceInput.SourceResumed resumed)) {
            return stay(state);
        }
        return resumed.problem() == null
                ? end(state)
                : attention(state, "the VM stands still on the source: " + resumed.problem());
    }

    private static Next cancel(SourceState state) {
        boolean late = state.phase().compareTo(SourcePhase.POSTCOPY) >= 0 || PostCopyMachine.concerns(state);
        if (state.cancelled() || late) {
            return stay(state);
        }
        List<SourceAction> actions = new ArrayList<>();
        actions.add(new SourceAction.Tell(MigrationState.CANCELLING, null));
        if (state.phase().calling()) {
            actions.add(new SourceAction.Abort());
        }
        return new Next(state.withCancel(), actions);
    }

    private static Next close(
            SourceState state, MigrationState end, @Nullable Boolean onDestination, boolean resumeSource) {
        boolean keepDestination = onDestination == null || onDestination;
        return new Next(
                state.closing(end, onDestination, resumeSource),
                List.of(new SourceAction.Tell(MigrationState.CLOSING, null), new SourceAction.Close(keepDestination)));
    }

    private static Next attention(SourceState state, String detail) {
        return end(state.because(state.refusals(), detail).closing(MigrationState.NEEDS_ATTENTION, null, false));
    }

    private static Next end(SourceState state) {
        return new Next(state.in(SourcePhase.ENDED), List.of(new SourceAction.End()));
    }

    private static Next stay(SourceState state) {
        return new Next(state, List.of());
    }

    private static String joined(SourceState state, String more) {
        return SourceState.joined(state.detail(), more);
    }
}
