package org.droveway.protocol.observe;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What the first payload bytes of a stream were. Not seen is UNKNOWN. */
public enum StreamSecurity {
    @JsonProperty("tls")
    TLS,
    @JsonProperty("plain")
    PLAIN,
    @JsonProperty("unknown")
    UNKNOWN
}
