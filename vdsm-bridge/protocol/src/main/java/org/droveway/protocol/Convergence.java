package org.droveway.protocol;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What is done when the guest dirties its memory faster than it can be sent. */
public enum Convergence {
    /** It goes on, and says so. */
    @JsonProperty("keep-on")
    KEEP_ON,
    /** QEMU slows the guest's processors down (auto-converge). */
    @JsonProperty("throttle")
    THROTTLE,
    /** The guest goes on at the destination before all of its memory is there. */
    @JsonProperty("post-copy")
    POST_COPY,
    /** The migration ends, the VM stays. */
    @JsonProperty("cancel")
    CANCEL
}
