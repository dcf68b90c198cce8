package org.droveway.protocol.link;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Whether a copy of memory that is written meanwhile comes to an end. */
public enum Outlook {
    /** Not known yet. */
    @JsonProperty("too-early")
    TOO_EARLY,
    /** Each pass has less to send. */
    @JsonProperty("converges")
    CONVERGES,
    /** Passes do not become shorter, and the longest downtime that is allowed does not suffice. */
    @JsonProperty("does-not-converge")
    DOES_NOT_CONVERGE
}
