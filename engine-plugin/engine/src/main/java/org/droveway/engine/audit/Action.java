package org.droveway.engine.audit;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What was done to an object. */
public enum Action {
    /** It was made. */
    @JsonProperty("create")
    CREATE("create"),
    /** Some of it was changed. */
    @JsonProperty("change")
    CHANGE("change"),
    /** It was removed. */
    @JsonProperty("remove")
    REMOVE("remove"),
    /** Something was asked for and not done. */
    @JsonProperty("request")
    REQUEST("request");

    private final String word;

    Action(String word) {
        this.word = word;
    }

    /** As the API and the canonical form write it. */
    public String word() {
        return word;
    }
}
