package org.droveway.agent.migration;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Migrations away from this host: one of each VM at a time. */
final class Departures {
    /** A migration, from the negotiation on. */
    private static final class Departure {
        private final UUID vm;
        private @Nullable SourceSession session;
        private boolean cancelled;

        Departure(UUID vm) {
            this.vm = vm;
        }
    }

    private static final int REMEMBERED = 64;

    private final Map<UUID, Departure> byMigration = new HashMap<>();
    /** Cancelled before they were heard of: the order to start may still be on its way. */
    private final Set<UUID> cancelledBefore = new LinkedHashSet<>();

    /** False if the VM is leaving already. */
    synchronized boolean reserve(UUID migration, UUID vm) {
        if (leaving(vm) || byMigration.containsKey(migration)) {
            return false;
        }
        Departure departure = new Departure(vm);
        departure.cancelled = cancelledBefore.remove(migration);
        byMigration.put(migration, departure);
        return true;
    }

    synchronized boolean leaving(UUID vm) {
        return byMigration.values().stream().anyMatch(departure -> departure.vm.equals(vm));
    }

    /** From here on the session hears of cancellations, also of one that came during the negotiation. */
    synchronized void began(UUID migration, SourceSession session) {
        Departure departure = byMigration.get(migration);
        if (departure == null) {
            throw new IllegalStateException("migration " + migration + " was not reserved");
        }
        departure.session = session;
        if (departure.cancelled) {
            session.cancel();
        }
    }

    synchronized void ended(UUID migration) {
        byMigration.remove(migration);
    }

    /** False if there is no such migration here; one that comes later ends before anything is copied. */
    synchronized boolean cancel(UUID migration) {
        Departure departure = byMigration.get(migration);
        if (departure == null) {
            remember(migration);
            return false;
        }
        departure.cancelled = true;
        if (departure.session != null) {
            departure.session.cancel();
        }
        return true;
    }

    private void remember(UUID migration) {
        cancelledBefore.add(migration);
        if (cancelledBefore.size() > REMEMBERED) {
            cancelledBefore.remove(cancelledBefore.iterator().next());
        }
    }
}
