package org.droveway.protocol;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What the policy demands of the data plane; ordered from weak to strict. */
public enum Security {
    @JsonProperty("insecure")
    INSECURE,
    @JsonProperty("secure")
    SECURE;

    /** The stricter of the two: effective security only ever tightens. */
    public Security strictest(Security other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
