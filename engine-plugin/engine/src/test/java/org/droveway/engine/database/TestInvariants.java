package org.droveway.engine.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.PersistenceException;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.droveway.engine.inventory.ClusterNetwork;
import org.droveway.engine.inventory.NetworkRole;
import org.droveway.engine.inventory.RefusedException;
import org.droveway.engine.inventory.store.Attachments;
import org.droveway.engine.inventory.store.DataCenters;
import org.droveway.protocol.MigrationState;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the database holds true, whatever code comes to it. */
@ParameterizedClass
@EnumSource(Database.class)
class TestInvariants {
    @Parameter
    Database database;

    private static Stores stores;

    @BeforeParameterizedClassInvocation
    static void open(Database database) {
        stores = StoredLab.open(database);
    }

    @AfterParameterizedClassInvocation
    static void close() {
        stores.close();
    }

    @BeforeEach
    void fill() {
        StoredLab.fill(stores);
    }

    @Test
    void aClusterHasOneMigrationNetworkAtMost() {
        refused(
                () -> stores.sql("insert into cluster_network_role (cluster, network, role, migration_of)"
                        + " values ('lab', 'spare', 'MIGRATION', 'lab')"),
                "one_migration_network_per_cluster");
    }

    @Test
    void theMigrationRoleCannotHideFromItsConstraint() {
        refused(
                () -> stores.sql("insert into cluster_network_role (cluster, network, role)"
                        + " values ('lab', 'spare', 'MIGRATION')"),
                "migration_of_names_the_cluster");
    }

    @Test
    void anotherRoleCannotTakeThePlaceOfTheMigrationRole() {
        refused(
                () -> stores.sql("insert into cluster_network_role (cluster, network, role, migration_of)"
                        + " values ('lab', 'spare', 'VM', 'lab')"),
                "migration_of_names_the_cluster");
    }

    @Test
    void grantingTheMigrationRoleMovesIt() {
        stores.get(Attachments.class).grant("lab", "spare", NetworkRole.MIGRATION);
        assertThat(stores.get(Attachments.class).list())
                .filteredOn(a -> a.has(NetworkRole.MIGRATION))
                .extracting(ClusterNetwork::network)
                .containsExactly("spare");
    }

    @Test
    void aVmHasOneRunningMigrationAtMost() {
        UUID vm = UUID.randomUUID();
        stores.sql(migration(vm, MigrationState.COPYING, "'{}'", vm));
        refused(() -> stores.sql(migration(vm, MigrationState.PLANNED, "'{}'", vm)), "one_running_migration_per_vm");
    }

    @Test
    void aMigrationThatEndedMakesRoomForTheNext() {
        UUID vm = UUID.randomUUID();
        stores.sql(migration(vm, MigrationState.COMPLETED, "'{}'", null));
        assertThatCode(() -> stores.sql(migration(vm, MigrationState.PLANNED, "'{}'", vm)))
                .doesNotThrowAnyException();
    }

    @Test
    void aRunningMigrationCannotHideFromItsConstraint() {
        refused(
                () -> stores.sql(migration(UUID.randomUUID(), MigrationState.COPYING, "'{}'", null)),
                "running_until_the_end");
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"REQUESTED", "QUEUED", "REFUSED", "CANCELLED"})
    void nothingRunsWithoutAPlan(MigrationState state) {
        UUID vm = UUID.randomUUID();
        refused(
                () -> stores.sql(migration(vm, state, "null", state.isEnd() ? null : vm)),
                "nothing_runs_without_a_plan");
    }

    @ParameterizedTest
    @EnumSource(names = {"REQUESTED", "QUEUED", "REFUSED", "CANCELLED"})
    void whatWasNeverPlannedNeedsNoPlan(MigrationState state) {
        UUID vm = UUID.randomUUID();
        assertThatCode(() -> stores.sql(migration(vm, state, "null", state.isEnd() ? null : vm)))
                .doesNotThrowAnyException();
    }

    @Test
    void whatRanKeepsItsPlan() {
        UUID vm = UUID.randomUUID();
        stores.sql(migration(vm, MigrationState.COPYING, "'{}'", vm));
        refused(
                () -> stores.sql("update migration set plan = null where state = 'COPYING'"),
                "nothing_runs_without_a_plan");
        refused(
                () -> stores.sql("update migration set plan = null, state = 'FAILED', running_vm = null,"
                        + " ended_at = current_timestamp where state = 'COPYING'"),
                "nothing_runs_without_a_plan");
    }

    @Test
    void aDataCenterWithClustersStays() {
        assertThatThrownBy(() -> stores.get(DataCenters.class).remove("lab"))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("lab");
    }

    @Test
    void anEntryOfTheAuditCannotBeTakenOutOfTheChain() {
        stores.get(DataCenters.class).create("first");
        stores.get(DataCenters.class).create("second");
        refused(
                () -> stores.sql("delete from audit_entry where sequence = (select min(sequence) from audit_entry)"),
                "audit_continues_an_entry");
    }

    @Test
    void theAuditHasOneEnd() {
        refused(
                () -> stores.sql(
                        "insert into audit_entry (sequence, recorded_at, who, action, object, outcome, previous, hash)"
                                + " values (1000000, current_timestamp, 'x', 'CHANGE', 'x', 'DONE', '" + "0".repeat(64)
                                + "', 'x')"),
                "audit_is_one_chain");
    }

    private static String migration(UUID vm, MigrationState state, String plan, @Nullable UUID running) {
        String ended = state.isEnd() ? "current_timestamp" : "null";
        return "insert into migration (id, vm, vm_id, source, destination, cluster, state, requested_by, requested_at,"
                + " ended_at, permit_expires_at, plan, steps, observed, refusals, running_vm) values ('%s', 'vm', '%s',"
                        .formatted(UUID.randomUUID(), vm)
                + " 'h1', 'h2', 'lab', '%s', 'test', current_timestamp, %s, current_timestamp, %s, '[]', '[]', '[]', %s)"
                        .formatted(state, ended, plan, running == null ? "null" : "'" + running + "'");
    }

    private static void refused(ThrowingCallable statement, String constraint) {
        assertThatThrownBy(statement)
                .isInstanceOf(PersistenceException.class)
                .satisfies(e -> assertThat(e.getMessage()).containsIgnoringCase(constraint));
    }
}
