package org.droveway.protocol.host;

import com.fasterxml.jackson.annotation.JsonProperty;

/** State of the host's migration ports; what cannot be read is UNKNOWN, never OPEN. */
public enum FirewallState {
    @JsonProperty("shut")
    SHUT,
    @JsonProperty("open")
    OPEN,
    @JsonProperty("unknown")
    UNKNOWN
}
