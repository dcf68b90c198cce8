package org.droveway.engine.migration;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Whether what was seen is what was planned. Not observed is UNKNOWN, never CONFORMS. */
public enum Verdict {
    @JsonProperty("conforms")
    CONFORMS,
    @JsonProperty("violates")
    VIOLATES,
    @JsonProperty("unknown")
    UNKNOWN
}
