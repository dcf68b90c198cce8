package org.droveway.agent.migration;

/** What is to be done once the call is over. */
enum Settlement {
    /** The source has let go and the destination waits: release it. */
    RELEASE,
    /** The VM runs on the destination already. */
    ON_DESTINATION,
    /** The VM runs on the destination already; the older copy that stands still on the source is discarded. */
    DISCARD_SOURCE,
    /** The VM is on the source; whatever stands on the destination is discarded. */
    ON_SOURCE,
    /** The source stands still and must go on, once nothing is left on the destination. */
    RESUME_SOURCE,
    /** Post-copy was interrupted and must go on. */
    RESUME_POST_COPY,
    /** Post-copy goes on without libvirt's call: look again, however long it takes. */
    GOES_ON,
    /** Not settled yet: look again. */
    WAIT,
    /** Nothing automatic is safe. */
    ATTENTION
}
