package org.droveway.engine.migration;

import static java.util.Objects.requireNonNull;

/**
 * What a parameter was settled to.
 *
 * @param reason why, a sentence for people
 */
record Settled<T>(T value, String reason) {
    Settled {
        requireNonNull(value, "value");
        requireNonNull(reason, "reason");
    }
}
