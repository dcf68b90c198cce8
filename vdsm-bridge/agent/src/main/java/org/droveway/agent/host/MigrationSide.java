package org.droveway.agent.host;

import java.io.IOException;
import org.droveway.agent.inventory.VmSource;
import org.droveway.agent.lease.LeaseExpiry;
import org.droveway.agent.link.CommandHandler;

/** What migrations give to the host. */
public interface MigrationSide extends AutoCloseable {
    VmSource vms();

    CommandHandler commands();

    LeaseExpiry expiry();

    /**
     * Takes up what a crash left and listens for peers on the management address. Called once, after leases were recovered and before the link is
     * dialled.
     *
     * @throws IOException if it cannot listen; the message names address and port
     */
    void start() throws IOException;

    /** Stops listening; migrations that run are left to libvirt and taken up at the next start. */
    @Override
    void close();
}
