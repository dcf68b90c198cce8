package org.droveway.agent.migration;

import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.droveway.agent.libvirt.Hypervisor;
import org.droveway.agent.peer.PeerClient;

/** Does what the source's machine wants. */
final class SourceSteps implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(SourceSteps.class.getName());

    private final SourceTeller teller;
    private final SourcePeer peer;
    private final SourceCall call;
    private final Looks looks;
    private final SourceVm here;
    private final Hypervisor hypervisor;
    private final SourceJournal journal;
    private final PostCopy postCopy;

    SourceSteps(SourceParts parts, SourceRecord record, Consumer<SourceInput> inputs) {
        this.journal = new SourceJournal(parts.records(), record);
        PeerClient client = new PeerClient(
                parts.identity(),
                Addresses.socket(
                        record.order().destinationManagementAddress(),
                        record.order().destinationPeerPort()),
                record.permit().destinationHost());
        this.peer = new SourcePeer(client, journal, parts.paths(), parts.clock());
        this.postCopy = new PostCopy(parts.hypervisor(), journal, peer);
        this.call = new SourceCall(parts, journal, client, postCopy, inputs);
        this.teller = new SourceTeller(parts, record.permit(), call.watch(), peer::path);
        this.looks = new Looks(parts, record.permit(), peer, inputs);
        this.hypervisor = parts.hypervisor();
        this.here = new SourceVm(parts.hypervisor(), record.permit().vm());
    }

    UUID vm() {
        return journal.permit().vm();
    }

    UUID migration() {
        return journal.now().migration();
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
        } else if (action instanceof SourceAction.StartCall start) {
            return call.start(start.resume());
        } else if (action instanceof SourceAction.OrderPostCopy) {
            return Optional.of(postCopy.order());
        } else if (action instanceof SourceAction.InterruptPostCopy) {
            postCopy.interrupt();
            return Optional.empty();
        } else if (action instanceof SourceAction.AskToResume) {
            return Optional.of(postCopy.askToResume());
        } else if (action instanceof SourceAction.Abort) {
            call.abort();
            return Optional.empty();
        } else if (action instanceof SourceAction.Look look) {
            return looks.look(look.again());
        } else if (action instanceof SourceAction.LookLater) {
            looks.lookLater();
            return Optional.empty();
        } else if (action instanceof SourceAction.LookHere) {
            return Optional.of(looks.lookHere());
        } else if (action instanceof SourceAction.LookThere look) {
            return Optional.of(new SourceInput.LookedThere(look.pid(), peer.locate()));
        } else if (action instanceof SourceAction.Release release) {
            return Optional.of(release(release.evidence()));
        } else if (action instanceof SourceAction.Close close) {
            call.endRelay();
            return Optional.of(peer.close(close.completed()));
        } else if (action instanceof SourceAction.DiscardSource) {
            return Optional.of(here.discard());
        } else if (action instanceof SourceAction.ResumeSource) {
            return Optional.of(here.resume());
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
            journal.become(journal.now().withRelease());
        } catch (UncheckedIOException e) {
            LOG.log(System.Logger.Level.ERROR, "the release cannot be journalled, the VM waits on the destination", e);
            return new SourceInput.ReleaseUnconfirmed("the source's journal cannot be written: " + e.getMessage());
        }
        return peer.release(evidence);
    }

    private void end(SourceState state) {
        teller.end(
                Boolean.TRUE.equals(state.onDestination()) ? here.forget(removeDisks(state)) : state,
                peer.observation());
        journal.forget();
    }

    /** Only here is it certain that the VM runs on the destination, with the copies. */
    private SourceState removeDisks(SourceState state) {
        String left = DepartedDisks.remove(hypervisor, journal.now());
        return left == null ? state : state.because(state.refusals(), SourceState.joined(state.detail(), left));
    }
}
