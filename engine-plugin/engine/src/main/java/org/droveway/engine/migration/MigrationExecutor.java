package org.droveway.engine.migration;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import org.droveway.engine.inventory.Subscription;
import org.droveway.protocol.Refusal;

/**
 * Port to the platform: moves VMs. No call waits for a host. Stages complete normally also when the answer is no, and
 * exceptionally only when a host fell silent before it answered: then what it was asked may have been done, and events tell.
 */
public interface MigrationExecutor {
    /** What it can do; constant. */
    ExecutorAbilities abilities();

    /**
     * Negotiates and, if both hosts agree, migrates; what follows is told to listeners. Starting a migration that was
     * started before is refused and does not disturb it.
     */
    CompletionStage<NegotiationOutcome> start(MigrationTask task);

    /** Negotiates only: leases nothing, redeems nothing, leaves nothing behind. */
    CompletionStage<NegotiationOutcome> ask(MigrationTask task);

    /**
     * Asks to stop a migration. An empty list means that it was heard; events say what came of it, which may be COMPLETED if
     * it was too late.
     */
    CompletionStage<List<Refusal>> cancel(UUID migration);

    /** From now on events and progress are told to the listener, until the subscription is closed. */
    Subscription observe(MigrationListener listener);
}
