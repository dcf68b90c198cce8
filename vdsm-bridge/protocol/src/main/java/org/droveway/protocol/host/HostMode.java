package org.droveway.protocol.host;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How far Droveway may go on a host (design section 1). */
public enum HostMode {
    /** Reads and reports only; the default for a host that joins. */
    @JsonProperty("observe")
    OBSERVE,
    /** Carries its own migrations; the pool is not shut. */
    @JsonProperty("assist")
    ASSIST,
    /** The pool is shut except through pinholes. */
    @JsonProperty("enforce")
    ENFORCE
}
