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
 * @param released whether the journal says that the destination was, or may have been, released
 * @param end decided when CLOSING begins
 * @param onDestination where the VM is, decided with the end; null when nobody knows
 * @param resumeSource whether the source's guest must be resumed before the end
 */
record SourceState(
        SourcePhase phase,
        boolean cancelled,
        boolean callOver,
        boolean released,
        List<Refusal> refusals,
        @Nullable String detail,
        @Nullable MigrationState end,
        @Nullable Boolean onDestination,
        boolean resumeSource) {
    SourceState {
        refusals = List.copyOf(refusals);
    }

    /** After a negotiation that was accepted. */
    static SourceState agreed() {
        return new SourceState(SourcePhase.AGREED, false, false, false, List.of(), null, null, null, false);
    }

    /** After a crash of the agent. */
    static SourceState recovered(boolean released) {
        return new SourceState(
                SourcePhase.SETTLING,
                false,
                true,
                released,
                List.of(),
                "the source agent was restarted during the migration",
                null,
                null,
                false);
    }

    SourceState in(SourcePhase next) {
        return new SourceState(next, cancelled, callOver, released, refusals, detail, end, onDestination, resumeSource);
    }

    SourceState withCancel() {
        return new SourceState(phase, true, callOver, released, refusals, detail, end, onDestination, resumeSource);
    }

    SourceState withCallOver() {
        return new SourceState(phase, cancelled, true, released, refusals, detail, end, onDestination, resumeSource);
    }

    SourceState withRelease() {
        return new SourceState(phase, cancelled, callOver, true, refusals, detail, end, onDestination, resumeSource);
    }

    SourceState because(List<Refusal> reasons, @Nullable String sentence) {
        return new SourceState(
                phase, cancelled, callOver, released, reasons, sentence, end, onDestination, resumeSource);
    }

    SourceState closing(MigrationState decided, @Nullable Boolean vmOnDestination, boolean resume) {
        return new SourceState(
                SourcePhase.CLOSING, cancelled, callOver, released, refusals, detail, decided, vmOnDestination, resume);
    }
}
