package org.droveway.agent.migration;

import java.util.UUID;
import org.droveway.agent.libvirt.DomainStatus;
import org.droveway.agent.libvirt.Hypervisor;
import org.droveway.agent.libvirt.HypervisorException;

/** The VM of one migration on the source, once the end is known: goes on here, or leaves nothing. */
final class SourceVm {
    private static final System.Logger LOG = System.getLogger(SourceVm.class.getName());

    private final Hypervisor hypervisor;
    private final UUID vm;

    SourceVm(Hypervisor hypervisor, UUID vm) {
        this.hypervisor = hypervisor;
        this.vm = vm;
    }

    SourceInput resume() {
        try {
            hypervisor.resume(vm);
            return new SourceInput.SourceResumed(null);
        } catch (HypervisorException e) {
            return new SourceInput.SourceResumed(running() ? null : e.getMessage());
        }
    }

    /** Only a guest that stands still for its migration is ended; libvirt's own recovery may have let it run since it was looked at. */
    SourceInput discard() {
        try {
            DomainStatus status = hypervisor.status(vm);
            if (status.pausedByMigration()) {
                hypervisor.destroy(vm);
            } else if (!status.gone()) {
                return new SourceInput.SourceDiscarded(
                        "the VM is " + status.word() + " on the source and is left alone");
            }
            return new SourceInput.SourceDiscarded(null);
        } catch (HypervisorException e) {
            return new SourceInput.SourceDiscarded("the source's older copy is not discarded: " + e.getMessage());
        }
    }

    /** libvirt undefines a VM that has left; a daemon killed just then does not, and the definition bars the way back. */
    SourceState forget(SourceState state) {
        try {
            if (hypervisor.status(vm).state() == DomainStatus.State.OFF) {
                hypervisor.undefine(vm);
            }
            return state;
        } catch (HypervisorException e) {
            String left = "the VM may still be defined on the source: " + e.getMessage();
            return state.because(state.refusals(), SourceState.joined(state.detail(), left));
        }
    }

    /** libvirt refuses to resume what its own recovery resumed meanwhile. */
    private boolean running() {
        try {
            return hypervisor.status(vm).running();
        } catch (HypervisorException e) {
            LOG.log(System.Logger.Level.WARNING, e.getMessage());
            return false;
        }
    }
}
