package org.droveway.engine.migration.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.droveway.engine.inventory.InventorySnapshot;
import org.droveway.engine.inventory.Subscription;
import org.droveway.engine.migration.ExecutorAbilities;
import org.droveway.engine.migration.Migration;
import org.droveway.engine.migration.MigrationExecutor;
import org.droveway.engine.migration.MigrationListener;
import org.droveway.engine.migration.MigrationTask;
import org.droveway.engine.migration.NegotiationOutcome;
import org.droveway.engine.migration.PlanRequest;
import org.droveway.engine.migration.store.MigrationStore;
import org.droveway.engine.migration.store.StalePlanException;
import org.droveway.engine.sample.Sample;
import org.droveway.engine.security.SamplePermitSigner;
import org.droveway.protocol.Refusal;
import org.droveway.protocol.Security;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was planned under a policy that no longer holds is planned again before it starts. */
class TestReplanning {
    @TempDir
    Path keys;

    private final Sample sample = Sample.lab().policy("insecure");
    private final List<Migration> kept = new ArrayList<>();
    private final List<MigrationTask> started = new ArrayList<>();
    private final Migrations migrations = new Migrations();
    private int changes = 1;

    @BeforeEach
    @SuppressWarnings("UnnecessaryAssignment") // does what the container's injection would do
    void assemble() {
        migrations.snapshots = new SnapshotReader() {
            @Override
            public InventorySnapshot read() {
                return sample.snapshot();
            }
        };
        migrations.store = new MigrationStore() {
            @Override
            public void add(Migration migration, Instant permitExpiresAt) {
                keepUnlessThePolicyChanges(migration);
            }
        };
        migrations.results = new NegotiationResults() {
            @Override
            void await(UUID migration, CompletionStage<NegotiationOutcome> answer) {}
        };
        migrations.executor = new Recorder();
        migrations.permits = SamplePermitSigner.in(keys);
        migrations.clock = Clock.fixed(Sample.NOW, ZoneOffset.UTC);
    }

    @Test
    void startsUnderTheNewPolicy() {
        Migration migration = migrations.start(PlanRequest.of("vm1"), "alice");
        assertThat(migration.plan().type()).isEqualTo(Security.SECURE);
        assertThat(kept).containsExactly(migration);
    }

    @Test
    void theStaleOneLeavesNothingAndIsNeverCommanded() {
        changes = 5;
        Migration migration = migrations.start(PlanRequest.of("vm1"), "alice");
        assertThat(kept).hasSize(1);
        assertThat(started).singleElement().satisfies(task -> {
            assertThat(task.migration()).isEqualTo(migration.id());
            assertThat(task.plan().type()).isEqualTo(Security.SECURE);
        });
    }

    /** An administrator is faster, so often. */
    private void keepUnlessThePolicyChanges(Migration migration) {
        if (changes > 0) {
            changes--;
            sample.policy("secure");
            throw new StalePlanException("vm1", migration.plan().policyVersion());
        }
        kept.add(migration);
    }

    private final class Recorder implements MigrationExecutor {
        @Override
        public ExecutorAbilities abilities() {
            return ExecutorAbilities.ALL;
        }

        @Override
        public CompletionStage<NegotiationOutcome> start(MigrationTask task) {
            started.add(task);
            return new CompletableFuture<>();
        }

        @Override
        public CompletionStage<NegotiationOutcome> ask(MigrationTask task) {
            return new CompletableFuture<>();
        }

        @Override
        public CompletionStage<List<Refusal>> cancel(UUID migration) {
            return CompletableFuture.completedStage(List.of());
        }

        @Override
        public Subscription observe(MigrationListener listener) {
            return () -> {};
        }
    }
}
