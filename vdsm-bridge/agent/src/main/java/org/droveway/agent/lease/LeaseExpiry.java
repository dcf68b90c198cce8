package org.droveway.agent.lease;

/** What the migration side does about a lease that runs out: a pinhole never closes under a live libvirt call. Both may block. */
public interface LeaseExpiry {
    /** Whether libvirt on this host still works for the lease's migration. What cannot be found out counts as alive. */
    boolean isAlive(Lease lease);

    /** Ends what still works for it; called again until {@link #isAlive} says no, and only then the lease ends. */
    void abort(Lease lease);
}
