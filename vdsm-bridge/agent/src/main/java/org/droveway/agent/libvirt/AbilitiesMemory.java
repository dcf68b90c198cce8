package org.droveway.agent.libvirt;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.libvirt.LibvirtException;

/**
 * Keeps libvirt's capabilities for a minute, and no longer than the connection: libvirt looks at the whole host anew each time it is asked, which
 * takes longer than all the rest of an offer.
 */
final class AbilitiesMemory {
    private static final Duration KEPT = Duration.ofMinutes(1);

    /** Asks libvirt. */
    interface Asking {
        String ask() throws LibvirtException;
    }

    private record Known(Object connection, Instant at, HypervisorAbilities abilities) {}

    private final Clock clock;
    private @Nullable Known known;

    AbilitiesMemory(Clock clock) {
        this.clock = clock;
    }

    /** @param connection another one than before may lead to another daemon */
    synchronized HypervisorAbilities of(Object connection, Asking asking) throws LibvirtException {
        Known last = known;
        Instant now = clock.instant();
        if (last == null
                || last.connection() != connection
                || !now.isBefore(last.at().plus(KEPT))) {
            last = new Known(connection, now, HypervisorAbilities.parse(asking.ask()));
            known = last;
        }
        return last.abilities();
    }
}
