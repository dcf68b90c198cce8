package org.droveway.agent.migration;

import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.droveway.agent.libvirt.DomainStatus;
import org.droveway.agent.libvirt.HypervisorException;
import org.droveway.agent.peer.PeerClient;

/** Does what the source's machine wants. */
final class SourceSteps implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(SourceSteps.class.getName());

    private final SourceParts parts;
    private final SourceTeller teller;
    private final SourcePeer peer;
    private final SourceCall call;
    private final Looks looks;
    private SourceRecord record;

    SourceSteps(SourceParts parts, SourceRecord record, Consumer<SourceInput> inputs) {
        this.parts = parts;
        this.record = record;
        PeerClient client = new PeerClient(
                parts.identity(),
                Addresses.socket(
                        record.order().destinationManagementAddress(),
                        record.order().destinationPeerPort()),
                record.permit().destinationHost());
        this.peer = new SourcePeer(client, record, parts.paths(), parts.clock());
        this.call = new SourceCall(parts, record, client, inputs);
        this.teller = new SourceTeller(parts, record.permit(), call.watch(), peer::path);
        this.looks = new Looks(parts, record.permit(), peer, inputs);
    }

    UUID vm() {
        return record.permit().vm();
    }

    UUID migration() {
        return record.migration();
    }

    void suspended(Instant at) {
        call.watch().suspended(at);
    }

    /** Every half second and after every input. */
    void tick(SourceState state) {
        peer.renewWhenDue(state);
        looks.lookWhenDue();
        if (state.phase().calling()) {
            call.tick(state);
        }
    }

    /**
     * Does one thing.
     *
     * @return what came of it, if that is known at once
     * @throws UncheckedIOException if it cannot be journalled
     */
    Optional<SourceInput> perform(SourceAction action, SourceState state) {
        if (action instanceof SourceAction.Tell tell) {
            return teller.tell(tell, state);
        } else if (action instanceof SourceAction.OpenPinhole) {
            return Optional.of(peer.openPinhole());
        } else if (action instanceof SourceAction.Prove) {
            return Optional.of(peer.prove());
        } else if (action instanceof SourceAction.StartCall) {
            return call.start();
        } else if (action instanceof SourceAction.Abort) {
            call.abort();
            return Optional.empty();
        } else if (action instanceof SourceAction.Look look) {
            return looks.look(look.again());
        } else if (action instanceof SourceAction.LookHere) {
            return Optional.of(looks.lookHere());
        } else if (action instanceof SourceAction.LookThere look) {
            return Optional.of(new SourceInput.LookedThere(look.pid(), peer.locate()));
        } else if (action instanceof SourceAction.Release release) {
            return Optional.of(release(release.evidence()));
        } else if (action instanceof SourceAction.Close close) {
            call.endRelay();
            return Optional.of(peer.close(close.completed()));
        } else if (action instanceof SourceAction.ResumeSource) {
            return Optional.of(resumeSource());
        } else if (action instanceof SourceAction.End) {
            end(state);
            return Optional.empty();
        }
        throw new IllegalStateException("unknown action " + action);
    }

    @Override
    public void close() {
        call.close();
        peer.close();
    }

    private SourceInput release(String evidence) {
        try {
            SourceRecord released = record.withRelease();
            parts.records().put(released.migration(), released);
            record = released;
        } catch (UncheckedIOException e) {
            LOG.log(System.Logger.Level.ERROR, "the release cannot be journalled, the VM waits on the destination", e);
            return new SourceInput.ReleaseUnconfirmed("the source's journal cannot be written: " + e.getMessage());
        }
        return peer.release(evidence);
    }

    private SourceInput resumeSource() {
        try {
            parts.hypervisor().resume(vm());
            return new SourceInput.SourceResumed(null);
        } catch (HypervisorException e) {
            return new SourceInput.SourceResumed(running() ? null : e.getMessage());
        }
    }

    /** libvirt refuses to resume what its own recovery resumed meanwhile. */
    private boolean running() {
        try {
            return parts.hypervisor().status(vm()).running();
        } catch (HypervisorException e) {
            LOG.log(System.Logger.Level.WARNING, e.getMessage());
            return false;
        }
    }

    private void end(SourceState state) {
        teller.end(
                Boolean.TRUE.equals(state.onDestination()) ? forgetHere(removeDisks(state)) : state,
                peer.observation());
        parts.records().remove(record.migration());
    }

    /** Only here is it certain that the VM runs on the destination, with the copies. */
    private SourceState removeDisks(SourceState state) {
        String left = DepartedDisks.remove(parts.hypervisor(), record);
        return left == null ? state : state.because(state.refusals(), joined(state, left));
    }

    private static String joined(SourceState state, String more) {
        return state.detail() == null ? more : state.detail() + "; " + more;
    }

    /** libvirt undefines a VM that has left; a daemon killed just then does not, and the definition bars the way back. */
    private SourceState forgetHere(SourceState state) {
        try {
            if (parts.hypervisor().status(vm()).state() == DomainStatus.State.OFF) {
                parts.hypervisor().undefine(vm());
            }
            return state;
        } catch (HypervisorException e) {
            return state.because(
                    state.refusals(), joined(state, "the VM may still be defined on the source: " + e.getMessage()));
        }
    }
}
