package org.droveway.agent.migration;

/** Who may have run the VM, as the source's journal has it: what both libvirts say means something else in each. */
enum Circumstance {
    /** Strict handover: the destination has not been released, so it never ran the VM. */
    HELD,
    /** Strict handover: the destination was, or may have been, released. */
    RELEASED,
    /** Fast handover: libvirt starts the VM at the destination by itself. */
    FAST,
    /** The switch to post-copy was, or may have been, ordered: the destination may have the newest memory. */
    POST_COPY
}
