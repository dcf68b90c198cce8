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
     * Takes as many ports of the pool as the permit allows, that nothing on the host uses.
     *
     * @throws NoFreePortException if there are not enough
     * @throws java.io.UncheckedIOException if it cannot be written
     */
    Lease take(Permit permit);

    /**
     * Opens a pinhole for each port. Again after it was shut (post-copy resume) only that of the memory.
     *
     * @throws UnknownLeaseException if it ended or never was
     * @throws FirewallException if the kernel refuses; what was opened is removed with the lease
     */
    Lease openPinhole(UUID lease);

    /**
     * Shuts a port's pinhole for new connections; established ones go on.
     *
     * @param port one of the lease's
     * @throws UnknownLeaseException if it ended or never was
     */
    Lease shutForNew(UUID lease, int port);

    /**
     * Holds lease and pinholes for another 30 s.
     *
     * @throws UnknownLeaseException if it ended or never was
     */
    Lease renew(UUID lease);

    /** Removes the pinholes, frees the ports, forgets the lease. Empty if they were never opened or the lease is gone. */
    List<PinholeRecord> end(UUID lease);

    Optional<Lease> find(UUID lease);

    Optional<Lease> ofMigration(UUID migration);

    List<Lease> all();
}
