package org.droveway.engine.migration;

import static java.util.Objects.requireNonNull;

import java.util.List;

/** A verdict with its reasons: what violates first, then what was not observed, then what conforms. */
public record Judgement(Verdict verdict, List<String> reasons) {
    public Judgement {
        requireNonNull(verdict, "verdict");
        reasons = List.copyOf(reasons);
    }
}
