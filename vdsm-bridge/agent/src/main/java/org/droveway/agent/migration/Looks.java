package org.droveway.agent.migration;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import org.droveway.agent.libvirt.DomainStatus;
import org.droveway.agent.libvirt.GuestProcess;
import org.droveway.agent.libvirt.HypervisorException;
import org.droveway.protocol.permit.Permit;
import org.jspecify.annotations.Nullable;

/** Asks both ends where the VM is, again and again until it is settled or patience is over. */
final class Looks {
    private static final System.Logger LOG = System.getLogger(Looks.class.getName());
    private static final Duration PAUSE = Duration.ofMillis(400);
    private static final Duration LONGER_PAUSE = Duration.ofSeconds(2);
    /** Long enough for a killed daemon or agent to be started again. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final SourceParts parts;
    private final Permit permit;
    private final SourcePeer peer;
    private final Consumer<SourceInput> inputs;
    private @Nullable Instant firstAt;
    private @Nullable Instant nextAt;

    Looks(SourceParts parts, Permit permit, SourcePeer peer, Consumer<SourceInput> inputs) {
        this.parts = parts;
        this.permit = permit;
        this.peer = peer;
        this.inputs = inputs;
    }

    Optional<SourceInput> look(boolean again) {
        Instant now = parts.clock().instant();
        if (again) {
            nextAt = now.plus(PAUSE);
            return Optional.empty();
        }
        if (firstAt == null) {
            firstAt = now;
        }
        boolean over = Duration.between(firstAt, now).compareTo(PATIENCE) >= 0;
        return Optional.of(new SourceInput.Looked(new Whereabouts(source(), peer.locate(), jobRunning()), over));
    }

    /** After a longer pause, as if nobody had been asked before. */
    void lookLater() {
        firstAt = null;
        nextAt = parts.clock().instant().plus(LONGER_PAUSE);
    }

    /** A source that does not answer is as good as one that has not let go: both ends are asked then. */
    SourceInput lookHere() {
        DomainStatus status = source();
        return new SourceInput.LookedHere(status == null ? new DomainStatus(DomainStatus.State.NO_STATE, 0) : status);
    }

    void lookWhenDue() {
        if (nextAt != null && !parts.clock().instant().isBefore(nextAt)) {
            nextAt = null;
            look(false).ifPresent(inputs);
        }
    }

    private @Nullable DomainStatus source() {
        try {
            DomainStatus status = parts.hypervisor().status(permit.vm());
            return status.pausedByMigration() && !hasProcess() ? null : status;
        } catch (HypervisorException e) {
            LOG.log(System.Logger.Level.DEBUG, "the source's libvirt does not answer: " + e.getMessage());
            return null;
        }
    }

    /**
     * A libvirtd that was restarted remembers a guest that stood still for its migration until it finds that its QEMU is gone. Whoever believed
     * it would discard the destination's copy, the only one.
     */
    private boolean hasProcess() {
        Optional<GuestProcess> process = parts.guests().of(permit.vm(), permit.vmName());
        process.ifPresent(GuestProcess::close);
        return process.isPresent();
    }

    private boolean jobRunning() {
        try {
            return parts.hypervisor().jobStats(permit.vm()).running();
        } catch (HypervisorException e) {
            LOG.log(System.Logger.Level.DEBUG, "no job: " + e.getMessage());
            return false;
        }
    }
}
