package org.droveway.engine.inventory;

import org.droveway.protocol.host.HostReport;

/** A platform under test, with the hosts' side in the test's hand. */
public interface InventoryFixture extends AutoCloseable {
    /** What is tested. */
    Inventory inventory();

    /** A host speaks; one that is new joins the platform first. */
    void report(HostReport report);

    /** The platform no longer hears the host. */
    void lose(String host);

    /** The host leaves the platform. */
    void remove(String host);

    @Override
    void close();
}
