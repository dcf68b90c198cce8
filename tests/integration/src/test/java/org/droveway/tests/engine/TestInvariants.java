package org.droveway.tests.engine;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.UserTransaction;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.droveway.engine.inventory.ClusterNetwork;
import org.droveway.engine.inventory.NetworkRole;
import org.droveway.engine.inventory.RefusedException;
import org.droveway.engine.inventory.store.Attachments;
import org.droveway.engine.inventory.store.Clusters;
import org.droveway.engine.inventory.store.DataCenters;
import org.droveway.engine.inventory.store.Networks;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.function.Executable;

/** What the database holds true, whatever code comes to it; runs inside the server. */
@ExtendWith(ArquillianExtension.class)
class TestInvariants {
    @PersistenceContext
    @Nullable
    EntityManager injectedEntities;

    @Inject
    @Nullable
    UserTransaction injectedTransaction;

    @Inject
    @Nullable
    DataCenters dataCenters;

    @Inject
    @Nullable
    Clusters clusters;

    @Inject
    @Nullable
    Networks networks;

    @Inject
    @Nullable
    Attachments attachments;

    /** A name that no other test uses. */
    private final String name = "t" + UUID.randomUUID().toString().substring(0, 8);

    @Deployment
    static EnterpriseArchive engine() {
        return EngineArchive.with(TestInvariants.class, EngineArchive.class);
    }

    @BeforeEach
    void makeCluster() {
        requireNonNull(dataCenters).create(name);
        requireNonNull(clusters).create(name, name);
        for (String suffix : List.of("a", "b")) {
            requireNonNull(networks).create(name + suffix, "10.9.0.0/24", 1500);
            requireNonNull(attachments).attach(name, name + suffix, false);
        }
    }

    @AfterEach
    void endTransaction() throws Exception {
        if (transaction().getStatus() != jakarta.transaction.Status.STATUS_NO_TRANSACTION) {
            transaction().rollback();
        }
    }

    @Test
    void aClusterHasOneMigrationNetworkAtMost() throws Exception {
        String role =
                "insert into cluster_network_role (cluster, network, role, migration_of) values ('%s', '%s', 'MIGRATION', '%s')";
        sql(role.formatted(name, name + "a", name));
        refused(() -> sql(role.formatted(name, name + "b", name)), "one_migration_network_per_cluster");
    }

    @Test
    void theMigrationRoleCannotHideFromItsConstraint() {
        String role = "insert into cluster_network_role (cluster, network, role) values ('%s', '%s', 'MIGRATION')";
        refused(() -> sql(role.formatted(name, name + "a")), "migration_of_names_the_cluster");
    }

    @Test
    void grantingTheMigrationRoleMovesIt() {
        requireNonNull(attachments).grant(name, name + "a", NetworkRole.MIGRATION);
        requireNonNull(attachments).grant(name, name + "b", NetworkRole.MIGRATION);
        List<String> holders = requireNonNull(attachments).list().stream()
                .filter(a -> a.cluster().equals(name) && a.has(NetworkRole.MIGRATION))
                .map(ClusterNetwork::network)
                .toList();
        assertEquals(List.of(name + "b"), holders);
    }

    @Test
    void aVmHasOneRunningMigrationAtMost() throws Exception {
        UUID vm = UUID.randomUUID();
        sql(migration(vm, "COPYING", "'{}'", vm.toString()));
        refused(() -> sql(migration(vm, "PLANNED", "'{}'", vm.toString())), "one_running_migration_per_vm");
    }

    @Test
    void aMigrationThatEndedMakesRoomForTheNext() throws Exception {
        UUID vm = UUID.randomUUID();
        sql(migration(vm, "COMPLETED", "'{}'", null));
        assertDoesNotThrow(() -> sql(migration(vm, "PLANNED", "'{}'", vm.toString())));
    }

    @Test
    void aRunningMigrationCannotHideFromItsConstraint() {
        refused(() -> sql(migration(UUID.randomUUID(), "COPYING", "'{}'", null)), "running_until_the_end");
    }

    @Test
    void nothingRunsWithoutAPlan() {
        UUID vm = UUID.randomUUID();
        refused(() -> sql(migration(vm, "COPYING", "null", vm.toString())), "nothing_runs_without_a_plan");
    }

    @Test
    void aDataCenterWithClustersStays() {
        RefusedException refused = assertThrows(
                RefusedException.class, () -> requireNonNull(dataCenters).remove(name));
        assertTrue(refused.getMessage().contains(name), refused.getMessage());
    }

    private static String migration(UUID vm, String state, String plan, @Nullable String running) {
        String ended = running == null && !state.equals("COPYING") ? "current_timestamp" : "null";
        return "insert into migration (id, vm, vm_id, source, destination, cluster, state, requested_by, requested_at,"
                + " ended_at, permit_expires_at, plan, steps, observed, refusals, running_vm) values ('%s', 'vm', '%s',"
                        .formatted(UUID.randomUUID(), vm)
                + " 'h1', 'h2', 'c', '%s', 'test', current_timestamp, %s, current_timestamp, %s, '[]', '[]', '[]', %s)"
                        .formatted(state, ended, plan, running == null ? "null" : "'" + running + "'");
    }

    /** In a transaction that the test's end rolls back. */
    private void sql(String statement) throws Exception {
        if (transaction().getStatus() == jakarta.transaction.Status.STATUS_NO_TRANSACTION) {
            transaction().begin();
        }
        requireNonNull(injectedEntities).createNativeQuery(statement).executeUpdate();
    }

    private static void refused(Executable statement, String constraint) {
        PersistenceException refused = assertThrows(PersistenceException.class, statement);
        String message = String.valueOf(refused.getMessage()).toLowerCase(Locale.ROOT);
        assertTrue(message.contains(constraint), message);
    }

    private UserTransaction transaction() {
        return requireNonNull(injectedTransaction);
    }
}
