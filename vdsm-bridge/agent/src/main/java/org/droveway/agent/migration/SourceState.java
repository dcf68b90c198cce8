package org.droveway.agent.migration;

import java.util.List;
import org.droveway.protocol.MigrationState;
import org.droveway.protocol.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * State of the source's machine.
 *
 * @param cancelled whether somebody asked for the end
 * @param callOver whether libvirt's call has returned, or was never made
 * @param circumstance who may have run the VM, as the journal has it
 * @param end decided when CLOSING begins
 * @param onDestination where the VM is, decided with the end; null when nobody knows
 * @param resumeSource whether the source's guest must be resumed before the end
 */
record SourceState(
        SourcePhase phase,
        boolean cancelled,
        boolean callOver,
        Circumstance circumstance,
        List<Refusal> refusals,
        @Nullable String detail,
        @Nullable MigrationState end,
        @Nullable Boolean onDestination,
        boolean resumeSource) {
    SourceState {
        refusals = List.copyOf(refusals);
    }

    /** After a negotiation that was accepted. */
    static SourceState agreed(Circumstance circumstance) {
        return new SourceState(SourcePhase.AGREED, false, false, circumstance, List.of(), null, null, null, false);
    }

    /** After a crash of the agent. */
    static SourceState recovered(Circumstance circumstance) {
        return new SourceState(
                SourcePhase.SETTLING,
                false,
                true,
                circumstance,
                List.of(),
                "the source agent was restarted during the migration",
                null,
                null,
                false);
    }

    /** Whether the source waits with its end until the destination was released. */
    boolean strict() {
        return circumstance == Circumstance.HELD || circumstance == Circumstance.RELEASED;
    }

    /** Both sentences, if there is a first. */
    static String joined(@Nullable String first, String more) {
        return first == null ? more : first + "; " + more;
    }

    SourceState in(SourcePhase next) {
        return new SourceState(
                next, cancelled, callOver, circumstance, refusals, detail, end, onDestination, resumeSource);
    }

    SourceState withCancel() {
        return new SourceState(phase, true, callOver, circumstance, refusals, detail, end, onDestination, resumeSource);
    }

    SourceState withCallOver() {
        return new SourceState(
                phase, cancelled, true, circumstance, refusals, detail, end, onDestination, resumeSource);
    }

    SourceState withRelease() {
        return new SourceState(
                phase, cancelled, callOver, Circumstance.RELEASED, refusals, detail, end, onDestination, resumeSource);
    }

    SourceState withPostCopy() {
        return new SourceState(
                phase, cancelled, callOver, Circumstance.POST_COPY, refusals, detail, end, onDestination, resumeSource);
    }

    /** libvirt is called again. */
    SourceState calledAgain() {
        return new SourceState(
                SourcePhase.POSTCOPY,
                cancelled,
                false,
                circumstance,
                List.of(),
                null,
                end,
                onDestination,
                resumeSource);
    }

    SourceState because(List<Refusal> reasons, @Nullable String sentence) {
        return new SourceState(
                phase, cancelled, callOver, circumstance, reasons, sentence, end, onDestination, resumeSource);
    }

    SourceState closing(MigrationState decided, @Nullable Boolean vmOnDestination, boolean resume) {
        return new SourceState(
                SourcePhase.CLOSING,
                cancelled,
                callOver,
                circumstance,
                refusals,
                detail,
                decided,
                vmOnDestination,
                resume);
    }
}
