package org.droveway.agent.migration;

import org.droveway.agent.libvirt.DomainStatus;
import org.jspecify.annotations.Nullable;

/**
 * Where the VM is and what follows, from what both libvirts say. It rests on strict handover: the destination never runs before it was
 * released, and it is released only when the source has let go.
 */
final class Reconciliation {
    private Reconciliation() {}

    /**
     * Decides.
     *
     * @param released whether the source's journal says that the destination was, or may have been, released
     * @param patienceOver whether there was time enough for everybody to answer
     */
    static Settlement decide(Whereabouts seen, boolean released, boolean patienceOver) {
        Settlement settlement =
                seen.jobRunning() ? Settlement.WAIT : decide(seen.source(), seen.destination(), released);
        return settlement == Settlement.WAIT && patienceOver ? withoutAnswer(seen, released) : settlement;
    }

    private static Settlement decide(
            @Nullable DomainStatus source, @Nullable DomainStatus destination, boolean released) {
        if (source == null || destination == null) {
            return Settlement.WAIT;
        }
        if (source.gone()) {
            return sourceGone(source, destination, released);
        }
        if (released) {
            return sourceBack(source, destination);
        }
        if (destination.running()) {
            return Settlement.ATTENTION;
        }
        if (!destination.gone() && !destination.paused()) {
            return Settlement.WAIT;
        }
        return source.pausedByMigration() ? Settlement.RESUME_SOURCE : sourceThere(source);
    }

    /**
     * The journal says that the source had let go, and yet it is there. A libvirtd that was restarted tells what it remembers until it finds
     * that its QEMU is gone.
     */
    private static Settlement sourceBack(DomainStatus source, DomainStatus destination) {
        boolean remembered = source.pausedByMigration() && (destination.running() || destination.handedOver());
        return remembered ? Settlement.WAIT : Settlement.ATTENTION;
    }

    private static Settlement sourceGone(DomainStatus source, DomainStatus destination, boolean released) {
        if (destination.running()) {
            return Settlement.ON_DESTINATION;
        }
        if (destination.handedOver()) {
            return Settlement.RELEASE;
        }
        if (destination.gone()) {
            // Defined and off: the guest ended by itself while it was copied.
            boolean ended = source.state() == DomainStatus.State.OFF && !released;
            return ended ? Settlement.ON_SOURCE : Settlement.ATTENTION;
        }
        // An unfinished incoming migration without its source goes by itself, when libvirt sees the connection gone.
        return Settlement.WAIT;
    }

    private static Settlement sourceThere(DomainStatus source) {
        return source.running() || source.paused() ? Settlement.ON_SOURCE : Settlement.WAIT;
    }

    private static Settlement withoutAnswer(Whereabouts seen, boolean released) {
        boolean safe = !released
                && !seen.jobRunning()
                && seen.destination() == null
                && seen.source() != null
                && seen.source().running();
        return safe ? Settlement.ON_SOURCE : Settlement.ATTENTION;
    }
}
