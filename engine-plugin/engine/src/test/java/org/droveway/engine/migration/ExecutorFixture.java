package org.droveway.engine.migration;

import java.security.PrivateKey;
import java.util.List;
import org.droveway.engine.inventory.InventoryFixture;
import org.droveway.protocol.Refusal;

/** A platform whose migrations the test can hold up, spoil and refuse. */
public interface ExecutorFixture extends InventoryFixture {
    /** What is tested. */
    MigrationExecutor executor();

    /** The key that the platform's hosts take permits from, Ed25519. */
    PrivateKey permitKey();

    /** From now on copies begin but do not go on, until {@link #releaseCopies}. */
    void holdCopies();

    /** Held copies go on. */
    void releaseCopies();

    /** From now on copies fail half way. */
    void failCopies();

    /** The next negotiation is refused by the destination for these reasons. */
    void refuseNext(List<Refusal> refusals);
}
