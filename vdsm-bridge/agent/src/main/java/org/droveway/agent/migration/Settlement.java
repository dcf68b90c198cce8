package org.droveway.agent.migration;

/** What is to be done once the call is over. */
enum Settlement {
    /** The source has let go and the destination waits: release it. */
    RELEASE,
    /** The VM runs on the destination already. */
    ON_DESTINATION,
    /** The VM is on the source; whatever stands on the destination is discarded. */
    ON_SOURCE,
    /** The source stands still and must go on, once nothing is left on the destination. */
    RESUME_SOURCE,
    /** Not settled yet: look again. */
    WAIT,
    /** Nothing automatic is safe. */
    ATTENTION
}
