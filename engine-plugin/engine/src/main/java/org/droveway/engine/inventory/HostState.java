package org.droveway.engine.inventory;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Whether the platform hears from a host now. */
public enum HostState {
    @JsonProperty("up")
    UP,
    @JsonProperty("down")
    DOWN
}
