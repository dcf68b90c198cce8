package org.droveway.engine.api;

/** What is said of a request that was not done. */
interface Problem {
    /** A sentence for people. */
    String detail();
}
