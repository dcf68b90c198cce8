package org.droveway.agent.migration;

import org.droveway.protocol.MigrationState;
import org.jspecify.annotations.Nullable;

/** What the source's machine wants done. Each is carried out in order, each but Tell and End answers with one input. */
sealed interface SourceAction {
    /** Journals and publishes a step. */
    record Tell(MigrationState state, @Nullable String detail) implements SourceAction {}

    record OpenPinhole() implements SourceAction {}

    /** Sends the nonce from the migration address to the leased port. */
    record Prove() implements SourceAction {}

    /** Starts libvirt's call in a thread of its own; CallEnded comes when it is over. */
    record StartCall(boolean resume) implements SourceAction {}

    /** Writes down that post-copy may begin, then has libvirt begin it. */
    record OrderPostCopy() implements SourceAction {}

    /** Interrupts post-copy that no longer moves; what comes of it is CallEnded. */
    record InterruptPostCopy() implements SourceAction {}

    /** Asks the destination for another port, so that post-copy may go on. */
    record AskToResume() implements SourceAction {}

    /** Looks again after a longer pause, and with new patience. */
    record LookLater() implements SourceAction {}

    /** Asks libvirt to end the job; what comes of it is CallEnded. */
    record Abort() implements SourceAction {}

    /** Asks both ends where the VM is; again: after a pause. */
    record Look(boolean again) implements SourceAction {}

    /** Asks the source alone: the guest stands still, and the destination looks itself before it runs the VM. */
    record LookHere() implements SourceAction {}

    /** Asks the destination alone: the source's process has ended. */
    record LookThere(long pid) implements SourceAction {}

    /** Writes down that the source let go, then releases the destination. */
    record Release(String evidence) implements SourceAction {}

    /** Ends pinhole and lease; completed false: nothing of the VM may stay on the destination. */
    record Close(boolean completed) implements SourceAction {}

    /** The destination runs the VM: ends the older copy that stands still here. */
    record DiscardSource() implements SourceAction {}

    record ResumeSource() implements SourceAction {}

    /** The last one. */
    record End() implements SourceAction {}
}
