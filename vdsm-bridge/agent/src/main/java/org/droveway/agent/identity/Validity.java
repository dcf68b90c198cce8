package org.droveway.agent.identity;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * For when and for which addresses this host's certificates are.
 *
 * @param addresses those of the migration certificate
 */
public record Validity(Instant from, Instant to, List<String> addresses) {
    public Validity {
        requireNonNull(from, "from");
        requireNonNull(to, "to");
        addresses = List.copyOf(addresses);
    }

    /** Whether half of the life is over, or the host has an address that the certificate does not name. */
    public boolean renewalDue(Instant now, List<String> addressesNow) {
        Duration half = Duration.between(from, to).dividedBy(2);
        return !now.isBefore(from.plus(half)) || !Set.copyOf(addresses).containsAll(addressesNow);
    }
}
