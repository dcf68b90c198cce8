package org.droveway.agent.convergence;

import static java.util.Objects.requireNonNull;

import org.droveway.protocol.link.Outlook;
import org.jspecify.annotations.Nullable;

/**
 * What is to be expected of a copy.
 *
 * @param remainingMs until the guest can be switched; null when that is not known, or never
 * @param why for people
 */
public record Forecast(Outlook outlook, @Nullable Long remainingMs, String why) {
    public Forecast {
        requireNonNull(outlook, "outlook");
        requireNonNull(why, "why");
    }
}
