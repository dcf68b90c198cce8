package org.droveway.protocol.host;

import com.fasterxml.jackson.annotation.JsonProperty;

/** libvirt's domain states, reduced to what a person asks for. */
public enum VmState {
    @JsonProperty("running")
    RUNNING,
    @JsonProperty("paused")
    PAUSED,
    @JsonProperty("off")
    OFF,
    @JsonProperty("unknown")
    UNKNOWN
}
