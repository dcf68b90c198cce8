package org.droveway.agent.migration;

import java.util.List;
import org.droveway.agent.libvirt.DomainStatus;
import org.droveway.protocol.Refusal;
import org.jspecify.annotations.Nullable;

/** What can happen to the source's side of a migration. */
sealed interface SourceInput {
    /** The negotiation was accepted and written down. */
    record Begin() implements SourceInput {}

    /** The agent was restarted and found the migration in its records. */
    record Recover() implements SourceInput {}

    record PinholeOpened() implements SourceInput {}

    /** The nonce came back over the leased port. */
    record Proved() implements SourceInput {}

    /** A step before the call failed. */
    record StepFailed(List<Refusal> refusals) implements SourceInput {
        public StepFailed {
            refusals = List.copyOf(refusals);
        }
    }

    /** libvirt suspended the guest for the migration. */
    record Suspended() implements SourceInput {}

    /** libvirt's call is over; error null: it says it succeeded. */
    record CallEnded(@Nullable String error) implements SourceInput {}

    /** The guest's QEMU process on the source is gone: the guest can never run here again, whatever libvirt still has to do. */
    record ProcessEnded(long pid) implements SourceInput {}

    /** The destination alone was asked, after the source's process had ended. */
    record LookedThere(long pid, @Nullable DomainStatus destination) implements SourceInput {}

    /** Nothing has moved for too long. */
    record Stalled() implements SourceInput {}

    /** The guest writes its memory faster than it can be sent, and will for ever. */
    record CannotConverge(String why) implements SourceInput {}

    /** libvirt was told to switch to post-copy; problem not null: it did not take it. */
    record PostCopyOrdered(@Nullable String problem) implements SourceInput {}

    /** The destination runs the guest, and fetches what it lacks. */
    record Switched() implements SourceInput {}

    /** The destination has leased another port, and expects the rest of the memory there. */
    record ResumeAccepted() implements SourceInput {}

    record CancelAsked() implements SourceInput {}

    /** Both ends were asked; patienceOver: for the last time. */
    record Looked(Whereabouts seen, boolean patienceOver) implements SourceInput {}

    /** The source was asked: whether it has let go. */
    record LookedHere(DomainStatus source) implements SourceInput {}

    /** The destination runs the VM. */
    record Resumed() implements SourceInput {}

    /** The destination did not confirm that it runs the VM. */
    record ReleaseUnconfirmed(String why) implements SourceInput {}

    /** The source's older copy is gone, or not. */
    record SourceDiscarded(@Nullable String problem) implements SourceInput {}

    /** The destination gave up pinhole and lease; problem not null: it could not be reached, they end by themselves. */
    record Closed(@Nullable String problem) implements SourceInput {}

    /** The source's guest goes on, or not. */
    record SourceResumed(@Nullable String problem) implements SourceInput {}
}
