package org.droveway.tests.engine;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.droveway.engine.inventory.PolicyStatement;
import org.droveway.engine.inventory.Transport;
import org.droveway.engine.inventory.store.Clusters;
import org.droveway.engine.inventory.store.DataCenters;
import org.droveway.engine.inventory.store.NewStatement;
import org.droveway.engine.inventory.store.Statements;
import org.droveway.engine.migration.Migration;
import org.droveway.engine.migration.Plan;
import org.droveway.engine.migration.PlanParameters;
import org.droveway.engine.migration.store.MigrationStore;
import org.droveway.engine.migration.store.StalePlanException;
import org.droveway.protocol.Security;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A migration that was planned under a policy that no longer holds is not added; runs inside the server. */
@ExtendWith(ArquillianExtension.class)
class TestPolicyVersion {
    private static final NewStatement LIMIT =
            new NewStatement(new PolicyStatement(null, 100L, null, null, null, null, null, null), "test", null, false);

    @Inject
    @Nullable
    DataCenters dataCenters;

    @Inject
    @Nullable
    Clusters clusters;

    @Inject
    @Nullable
    Statements statements;

    @Inject
    @Nullable
    MigrationStore migrations;

    private final String name = "t" + UUID.randomUUID().toString().substring(0, 8);
    private final UUID vm = UUID.randomUUID();

    @Deployment
    static EnterpriseArchive engine() {
        return EngineArchive.with(TestPolicyVersion.class, EngineArchive.class);
    }

    @BeforeEach
    void makeCluster() {
        requireNonNull(dataCenters).create(name);
        requireNonNull(clusters).create(name, name);
    }

    @Test
    void whatWasPlannedUnderTheVersionThatHoldsIsAdded() {
        Migration migration = planned();
        assertDoesNotThrow(() -> add(migration));
    }

    @Test
    void aChangeOfTheVmBetweenPlanAndStart() {
        staleAfter(() -> requireNonNull(statements).setOfVm(vm, name, LIMIT, null));
    }

    @Test
    void aChangeOfTheClusterBetweenPlanAndStart() {
        staleAfter(() -> requireNonNull(statements).setOfCluster(name, LIMIT, null));
    }

    @Test
    void aChangeOfTheDataCenterBetweenPlanAndStart() {
        staleAfter(() -> requireNonNull(statements).setOfDataCenter(name, LIMIT, null));
    }

    @Test
    void aChangeOfTheDataCentersMigrationPolicyBetweenPlanAndStart() {
        staleAfter(() -> requireNonNull(dataCenters).setPolicy(name, null, null));
    }

    private void staleAfter(Runnable change) {
        Migration migration = planned();
        change.run();
        assertThrows(StalePlanException.class, () -> add(migration));
        assertTrue(requireNonNull(migrations).find(migration.id()).isEmpty());
        Migration again = planned();
        assertDoesNotThrow(() -> add(again));
    }

    private void add(Migration migration) {
        requireNonNull(migrations).add(migration, Instant.now());
    }

    private Migration planned() {
        long version = requireNonNull(dataCenters).get(name).policyVersion();
        Plan plan = new Plan(
                "vm",
                vm,
                "h1",
                "h2",
                "migration",
                "10.62.0.0/24",
                Security.INSECURE,
                Transport.DIRECT,
                false,
                "10.62.0.11",
                "10.62.0.12",
                "mig0",
                "mig0",
                1500,
                1,
                version,
                PlanParameters.simplest(null),
                List.of(),
                List.of(),
                null,
                null);
        return Migration.planned(UUID.randomUUID(), plan, name, "test", Instant.now());
    }
}
