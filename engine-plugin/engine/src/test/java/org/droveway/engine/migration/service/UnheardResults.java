package org.droveway.engine.migration.service;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import org.droveway.engine.migration.NegotiationOutcome;

/** Of migrations that are only started: nobody waits for what the hosts say. */
@ApplicationScoped
public class UnheardResults extends NegotiationResults {
    @Override
    void await(UUID migration, CompletionStage<NegotiationOutcome> answer) {
        // The record stays as it was added.
    }
}
