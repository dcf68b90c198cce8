package org.droveway.agent.lease;

import static java.util.Objects.requireNonNull;

import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

/** Ends leases that ran out. Not thread-safe: called by one timer. */
public final class LeaseKeeper {
    private static final System.Logger LOG = System.getLogger(LeaseKeeper.class.getName());

    private final StoredLeases leases;
    private final LeaseExpiry expiry;
    private final Set<UUID> aborted = new HashSet<>();

    public LeaseKeeper(StoredLeases leases, LeaseExpiry expiry) {
        this.leases = requireNonNull(leases, "leases");
        this.expiry = requireNonNull(expiry, "expiry");
    }

    /** After a start: what has no live migration goes at once, pinholes that no lease holds too. */
    public void recover() {
        for (Lease lease : leases.all()) {
            if (expiry.isAlive(lease)) {
                LOG.log(System.Logger.Level.INFO, () -> describe(lease) + " still lives");
                leases.holdPinhole(lease);
            } else {
                LOG.log(System.Logger.Level.INFO, () -> describe(lease) + " has no live migration and is ended");
                leases.end(lease.id());
            }
        }
        leases.shutOthers();
    }

    /** Call it every second or so. */
    public void tick() {
        for (Lease lease : leases.expired()) {
            if (!expiry.isAlive(lease)) {
                LOG.log(System.Logger.Level.WARNING, () -> describe(lease) + " was not renewed and is ended");
                leases.end(lease.id());
                aborted.remove(lease.id());
            } else {
                leases.holdPinhole(lease);
                if (aborted.add(lease.id())) {
                    LOG.log(System.Logger.Level.WARNING, () -> describe(lease) + " was not renewed: aborting it");
                }
                // Again and again: libvirt may have been away the first time.
                expiry.abort(lease);
            }
        }
    }

    private static String describe(Lease lease) {
        return "lease " + lease.id() + " of migration " + lease.migration() + ", ports " + lease.ports();
    }
}
