package org.droveway.agent.migration;

import static java.util.Objects.requireNonNull;

import java.util.Set;

/**
 * One line of the reconciliation table: it holds for each of these sources with each of these destinations.
 *
 * @param then what follows at once
 * @param afterPatience what follows when there was time enough for everybody to answer; not WAIT
 * @param reason why, for people
 */
record Row(
        Circumstance circumstance,
        Set<Side> sources,
        Set<Side> destinations,
        Settlement then,
        Settlement afterPatience,
        String reason) {
    Row {
        requireNonNull(circumstance, "circumstance");
        sources = Set.copyOf(sources);
        destinations = Set.copyOf(destinations);
        requireNonNull(then, "then");
        requireNonNull(reason, "reason");
        if (afterPatience == Settlement.WAIT) {
            throw new IllegalArgumentException("'" + reason + "' waits for ever");
        }
    }

    /** What is settled at once; what must be waited for is a person's to settle when patience is over. */
    Row(Circumstance circumstance, Set<Side> sources, Set<Side> destinations, Settlement then, String reason) {
        this(circumstance, sources, destinations, then, then == Settlement.WAIT ? Settlement.ATTENTION : then, reason);
    }

    boolean holds(Circumstance now, Side source, Side destination) {
        return circumstance == now && sources.contains(source) && destinations.contains(destination);
    }
}
