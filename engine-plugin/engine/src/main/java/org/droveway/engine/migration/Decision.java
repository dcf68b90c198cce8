package org.droveway.engine.migration;

import static java.util.Objects.requireNonNull;

/**
 * One thing that a plan settled.
 *
 * @param subject for example {@code network}
 * @param value what was decided
 * @param reason why, a sentence for people
 */
public record Decision(String subject, String value, String reason) {
    public Decision {
        requireNonNull(subject, "subject");
        requireNonNull(value, "value");
        requireNonNull(reason, "reason");
    }
}
