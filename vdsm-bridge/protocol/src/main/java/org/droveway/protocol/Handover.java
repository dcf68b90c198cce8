package org.droveway.protocol;

import com.fasterxml.jackson.annotation.JsonProperty;

/** When the destination may run the VM (rule 8). */
public enum Handover {
    /** When the source is proved to have let go. */
    @JsonProperty("strict")
    STRICT,
    /** As soon as libvirt's Finish has it: for storage whose locks fence. */
    @JsonProperty("fast")
    FAST
}
