package org.droveway.engine.migration.store;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.droveway.engine.audit.Unaudited;
import org.droveway.engine.inventory.store.StoredJson;
import org.droveway.engine.migration.Judgement;
import org.droveway.engine.migration.Migration;
import org.droveway.engine.migration.MigrationStep;
import org.droveway.engine.migration.Plan;
import org.droveway.engine.migration.Verdict;
import org.droveway.protocol.MigrationState;
import org.droveway.protocol.Refusal;
import org.droveway.protocol.observe.Observation;
import org.jspecify.annotations.Nullable;

/** Row of a migration. */
@Entity
@Table(name = "migration")
class MigrationEntity {
    @Id
    UUID id = new UUID(0, 0);

    String vm = "";

    @Unaudited
    @Column(name = "vm_id")
    UUID vmId = new UUID(0, 0);

    String source = "";

    String destination = "";

    String cluster = "";

    @Enumerated(EnumType.STRING)
    MigrationState state = MigrationState.REQUESTED;

    @Column(name = "vm_host")
    @Nullable
    String vmHost;

    @Column(name = "requested_by")
    String requestedBy = "";

    @Unaudited
    @Column(name = "requested_at")
    Instant requestedAt = Instant.EPOCH;

    @Unaudited
    @Column(name = "ended_at")
    @Nullable
    Instant endedAt;

    @Unaudited
    @Column(name = "permit_expires_at")
    Instant permitExpiresAt = Instant.EPOCH;

    @Unaudited
    String plan = "";

    @Unaudited
    String steps = "";

    @Unaudited
    String observed = "";

    String refusals = "";

    @Enumerated(EnumType.STRING)
    @Nullable
    Verdict verdict;

    @Column(name = "verdict_reasons")
    @Nullable
    String verdictReasons;

    @Nullable
    String error;

    /** The VM until the migration ends; unique. */
    @Unaudited
    @Column(name = "running_vm")
    @Nullable
    UUID runningVm;

    void set(Migration migration) {
        Plan decided = migration.plan();
        id = migration.id();
        vm = decided.vm();
        vmId = decided.vmId();
        source = decided.from();
        destination = decided.to();
        cluster = migration.cluster();
        state = migration.state();
        vmHost = migration.vmHost();
        requestedBy = migration.requestedBy();
        requestedAt = migration.requestedAt();
        endedAt = migration.endedAt();
        plan = StoredJson.print(decided);
        steps = StoredJson.print(migration.steps());
        observed = StoredJson.print(migration.observed());
        refusals = StoredJson.print(migration.refusals());
        Judgement judgement = migration.judgement();
        verdict = judgement == null ? null : judgement.verdict();
        verdictReasons = judgement == null ? null : StoredJson.print(judgement.reasons());
        error = migration.error();
        runningVm = state.isEnd() ? null : vmId;
    }

    Migration toRecord() {
        return new Migration(
                id,
                StoredJson.parse(plan, new TypeReference<Plan>() {}),
                cluster,
                requestedBy,
                requestedAt,
                state,
                vmHost,
                StoredJson.parse(steps, new TypeReference<List<MigrationStep>>() {}),
                StoredJson.parse(observed, new TypeReference<List<Observation>>() {}),
                judgement(),
                StoredJson.parse(refusals, new TypeReference<List<Refusal>>() {}),
                error,
                endedAt);
    }

    private @Nullable Judgement judgement() {
        return verdict == null || verdictReasons == null
                ? null
                : new Judgement(verdict, StoredJson.parse(verdictReasons, new TypeReference<List<String>>() {}));
    }
}
