package org.droveway.cli.engine;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** An error as the engine describes it (RFC 9457), with the reasons and the plan where there are any. */
public record Problem(
        @Nullable String title,
        int status,
        @Nullable String detail,
        List<Refusal> refusals,
        @Nullable Plan plan) {

    /** The sentence for people. */
    public String sentence() {
        if (detail != null && !detail.isBlank()) {
            return detail;
        }
        return title == null || title.isBlank() ? "the engine answered with status " + status : title;
    }
}
