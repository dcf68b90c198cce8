package org.droveway.engine.inventory;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How the data travels; in the order in which a plan takes them. */
public enum Transport {
    /** Straight from QEMU to QEMU. */
    @JsonProperty("direct")
    DIRECT,
    /** Through a relay between the migration addresses; always encrypted. */
    @JsonProperty("tunnel")
    TUNNEL
}
