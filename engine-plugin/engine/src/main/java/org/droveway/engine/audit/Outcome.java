package org.droveway.engine.audit;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What came of it. */
public enum Outcome {
    /** It is committed. */
    @JsonProperty("done")
    DONE("done"),
    /** Turned away; nothing was changed. */
    @JsonProperty("refused")
    REFUSED("refused"),
    /** The engine failed; nothing was changed. */
    @JsonProperty("failed")
    FAILED("failed");

    private final String word;

    Outcome(String word) {
        this.word = word;
    }

    /** As the API and the canonical form write it. */
    public String word() {
        return word;
    }
}
