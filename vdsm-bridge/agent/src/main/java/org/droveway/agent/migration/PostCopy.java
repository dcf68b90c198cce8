package org.droveway.agent.migration;

import java.io.UncheckedIOException;
import java.util.List;
import java.util.UUID;
import org.droveway.agent.libvirt.Hypervisor;
import org.droveway.agent.libvirt.HypervisorException;

/** Post-copy of one VM on the source: ordered, noticed, interrupted. What cannot be undone is written down first. */
final class PostCopy {
    private static final System.Logger LOG = System.getLogger(PostCopy.class.getName());

    private final Hypervisor hypervisor;
    private final SourceJournal journal;
    private final SourcePeer peer;

    PostCopy(Hypervisor hypervisor, SourceJournal journal, SourcePeer peer) {
        this.hypervisor = hypervisor;
        this.journal = journal;
        this.peer = peer;
    }

    /** From here on the destination may have the newest memory, whatever libvirt answers. */
    SourceInput order() {
        try {
            journal.become(journal.now().withPostCopy());
        } catch (UncheckedIOException e) {
            return new SourceInput.PostCopyOrdered("the source's journal cannot be written: " + e.getMessage());
        }
        SourceInput pinhole = peer.openPinhole();
        if (!(pinhole instanceof SourceInput.PinholeOpened)) {
            LOG.log(System.Logger.Level.WARNING, "no pinhole for channels that come late: " + pinhole);
        }
        try {
            hypervisor.startPostCopy(vm());
            return new SourceInput.PostCopyOrdered(null);
        } catch (HypervisorException e) {
            return new SourceInput.PostCopyOrdered(String.valueOf(e.getMessage()));
        }
    }

    /** Whether the destination runs the guest by now. */
    boolean switched() {
        try {
            return hypervisor.status(vm()).postCopy();
        } catch (HypervisorException e) {
            LOG.log(System.Logger.Level.DEBUG, "whether post-copy began is not known: " + e.getMessage());
            return false;
        }
    }

    /** The source's libvirt still has the whole VM, though its guest stands still. */
    SourceInput askToResume() {
        try {
            return peer.resume(OfferBuilder.vm(hypervisor, journal.permit()));
        } catch (HypervisorException e) {
            return new SourceInput.StepFailed(
                    List.of(Reported.libvirt("VM " + journal.permit().vmName(), String.valueOf(e.getMessage()))));
        }
    }

    /** libvirt's call fails then, and post-copy may go on over another connection. */
    void interrupt() {
        try {
            hypervisor.pausePostCopy(vm());
        } catch (HypervisorException e) {
            LOG.log(System.Logger.Level.WARNING, "post-copy is not interrupted: " + e.getMessage());
        }
    }

    private UUID vm() {
        return journal.permit().vm();
    }
}
