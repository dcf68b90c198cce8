package org.droveway.engine.inventory;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a network is for in a cluster; a network may have several roles. */
public enum NetworkRole {
    @JsonProperty("management")
    MANAGEMENT,
    @JsonProperty("migration")
    MIGRATION,
    @JsonProperty("vm")
    VM
}
