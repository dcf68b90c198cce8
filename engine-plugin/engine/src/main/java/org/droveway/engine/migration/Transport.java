package org.droveway.engine.migration;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How the data travels. */
public enum Transport {
    /** Straight from QEMU to QEMU. */
    @JsonProperty("direct")
    DIRECT
}
