package org.droveway.engine.api.view;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.droveway.engine.inventory.Transport;
import org.droveway.engine.migration.Judgement;
import org.droveway.engine.migration.Migration;
import org.droveway.engine.migration.MigrationStep;
import org.droveway.engine.migration.Plan;
import org.droveway.engine.migration.Verdict;
import org.droveway.protocol.MigrationState;
import org.droveway.protocol.Refusal;
import org.droveway.protocol.Security;
import org.droveway.protocol.link.MigrationProgress;
import org.droveway.protocol.observe.Observation;
import org.jspecify.annotations.Nullable;

/**
 * A migration.
 *
 * @param progress how far the copy is, all that the agent tells of it
 */
public record MigrationView(
        UUID id,
        String vm,
        UUID vmId,
        String from,
        String to,
        String cluster,
        MigrationState state,
        @Nullable String vmHost,
        Security type,
        Transport transport,
        String network,
        boolean managementNetwork,
        String requestedBy,
        Instant requestedAt,
        @Nullable Instant endedAt,
        Plan plan,
        @JsonIgnoreProperties({"migration", "at"}) @Nullable MigrationProgress progress,
        List<MigrationStep> steps,
        @Nullable List<Observation> observed,
        @Nullable Verdict verdict,
        List<String> verdictReasons,
        List<Refusal> refusals,
        @Nullable String error) {
    /** The view of one migration. */
    public static MigrationView of(Migration migration, @Nullable MigrationProgress progress) {
        Plan plan = migration.plan();
        Judgement judgement = migration.judgement();
        return new MigrationView(
                migration.id(),
                plan.vm(),
                plan.vmId(),
                plan.from(),
                plan.to(),
                migration.cluster(),
                migration.state(),
                migration.vmHost(),
                plan.type(),
                plan.transport(),
                plan.network(),
                plan.managementNetwork(),
                migration.requestedBy(),
                migration.requestedAt(),
                migration.endedAt(),
                plan,
                progress,
                migration.steps(),
                migration.observed().isEmpty() ? null : migration.observed(),
                judgement == null ? null : judgement.verdict(),
                judgement == null ? List.of() : judgement.reasons(),
                migration.refusals(),
                migration.error());
    }
}
