package org.droveway.engine.migration.service;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import org.droveway.engine.migration.Life;
import org.droveway.engine.migration.Migration;
import org.droveway.engine.migration.NegotiationOutcome;
import org.droveway.engine.migration.store.MigrationStore;
import org.droveway.protocol.MigrationState;
import org.droveway.protocol.Refusal;
import org.droveway.protocol.link.Agreement;

/** Writes down what the negotiation of a started migration came to. */
@ApplicationScoped
class NegotiationResults {
    private static final Logger LOG = System.getLogger(NegotiationResults.class.getName());

    @Resource
    ManagedExecutorService threads;

    @Inject
    MigrationStore store;

    @Inject
    Clock clock;

    /** Without an answer nothing is known: the agent's events, or the reconciliation, will tell. */
    void await(UUID migration, CompletionStage<NegotiationOutcome> answer) {
        answer.whenCompleteAsync(
                (outcome, failure) -> {
                    if (outcome instanceof NegotiationOutcome.Agreed agreed) {
                        agreed(migration, agreed.agreement());
                    } else if (outcome instanceof NegotiationOutcome.Refused refused) {
                        refused(migration, refused.refusals());
                    } else {
                        LOG.log(Level.WARNING, "migration {0}: {1}", migration, failure.getMessage());
                    }
                },
                threads);
    }

    private void agreed(UUID id, Agreement agreement) {
        store.update(id, migration -> migration.withPlan(migration.plan().with(agreement)));
    }

    private void refused(UUID id, List<Refusal> refusals) {
        store.update(id, migration -> refused(migration, refusals));
        LOG.log(Level.INFO, "migration {0} is refused: {1}", id, refusals);
    }

    private Migration refused(Migration migration, List<Refusal> refusals) {
        String source = migration.plan().from();
        return switch (migration.state()) {
            case PLANNED -> Life.advance(migration, MigrationState.REFUSED, clock.instant(), source, null, refusals);
            case CANCELLING ->
                Life.advance(migration, MigrationState.CANCELLED, clock.instant(), source, "before it began", refusals);
            default -> migration;
        };
    }
}
