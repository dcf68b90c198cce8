package org.droveway.agent.migration;

/** Where the source's side of a migration is. */
enum SourcePhase {
    /** Negotiated, nothing done. */
    AGREED,
    OPENING_PINHOLE,
    PROVING,
    /** libvirt's call runs, the guest too. */
    COPYING,
    /** libvirt's call runs, the guest stands still. */
    SWITCHOVER,
    /** libvirt's call runs, the guest runs on the destination and fetches what it lacks. */
    POSTCOPY,
    /** The call is over: finding out where the VM is. */
    SETTLING,
    /** The guest runs on the destination and lacks pages: another way for them is being opened. */
    POSTCOPY_PAUSED,
    /** The destination runs the VM: the older copy on the source is being discarded. */
    DISCARDING_SOURCE,
    /** The destination is being released. */
    RELEASING,
    /** The destination runs the VM, libvirt's call is about to return. */
    RETURNING,
    /** The end is known: pinhole and lease go, observations come. */
    CLOSING,
    /** The destination is clean: the source's guest goes on. */
    RESUMING_SOURCE,
    ENDED;

    boolean calling() {
        return this == COPYING || this == SWITCHOVER || this == POSTCOPY;
    }
}
