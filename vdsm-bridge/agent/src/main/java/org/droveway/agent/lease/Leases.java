package org.droveway.agent.lease;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.droveway.agent.firewall.FirewallException;
import org.droveway.protocol.observe.PinholeRecord;
import org.droveway.protocol.permit.Permit;

/**
 * The ports this host holds as a destination. Every change is on disk before it takes effect. A lease runs out 30 s after it was taken or
 * last renewed; what is alive then is ended through {@link LeaseExpiry} first.
 */
public interface Leases {
    /**
     * Takes a port of the pool that nothing on the host uses.
     *
     * @throws NoFreePortException if there is none
     * @throws java.io.UncheckedIOException if it cannot be written
     */
    Lease take(Permit permit);

    /**
     * Opens the pinhole, also again after it was shut (post-copy resume).
     *
     * @throws UnknownLeaseException if it ended or never was
     * @throws FirewallException if the kernel refuses; the pinhole is not open then
     */
    Lease openPinhole(UUID lease);

    /**
     * Shuts the pinhole for new connections; established ones go on.
     *
     * @throws UnknownLeaseException if it ended or never was
     */
    Lease shutForNew(UUID lease);

    /**
     * Holds lease and pinhole for another 30 s.
     *
     * @throws UnknownLeaseException if it ended or never was
     */
    Lease renew(UUID lease);

    /** Removes the pinhole, frees the port, forgets the lease. Empty if the pinhole was never opened or the lease is gone. */
    List<PinholeRecord> end(UUID lease);

    Optional<Lease> find(UUID lease);

    Optional<Lease> ofMigration(UUID migration);

    List<Lease> all();
}
