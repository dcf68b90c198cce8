package org.droveway.engine.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.droveway.engine.inventory.Network;
import org.droveway.engine.inventory.NetworkRole;
import org.droveway.engine.inventory.RefusedException;
import org.droveway.engine.inventory.store.Attachments;
import org.droveway.engine.inventory.store.Hosts;
import org.droveway.engine.inventory.store.Networks;
import org.droveway.engine.migration.Migration;
import org.droveway.engine.migration.PlanRequest;
import org.droveway.engine.migration.service.Migrations;
import org.droveway.engine.migration.service.NetworkEdits;
import org.droveway.engine.migration.service.RoleChanges;
import org.droveway.engine.migration.service.SnapshotReader;
import org.droveway.engine.migration.store.MigrationStore;
import org.droveway.engine.network.RoleChange;
import org.droveway.protocol.Refusal;
import org.junit.jupiter.api.Test;

/** The migration role is not changed under a running migration, and nothing that a running migration stands on. */
class TestRoleAndMigration extends OnEachDatabase {
    @Test
    void movesWhileNothingMigrates() {
        commit("spare", true);
        assertThat(holders()).containsExactly("spare");
    }

    @Test
    void isNotMovedWhileAVmMigrates() {
        Migration migration = start();
        assertThatThrownBy(() -> commit("spare", true)).satisfies(e -> names(e, migration));
        assertThat(holders()).containsExactly("migration");
    }

    @Test
    void isNotRevokedWhileAVmMigrates() {
        Migration migration = start();
        assertThatThrownBy(() -> commit("migration", false)).satisfies(e -> names(e, migration));
        assertThat(holders()).containsExactly("migration");
    }

    @Test
    void isNotGrantedWhileAVmMigratesOnAnotherNetwork() {
        commit("migration", false);
        Migration migration = stores.get(Migrations.class)
                .start(new PlanRequest("vm1", "h2", null, "migration", null, null, false, false), "test");
        assertThatThrownBy(() -> commit("migration", true)).satisfies(e -> names(e, migration));
    }

    @Test
    void isMovedWhenTheMigrationHasEnded() {
        start();
        StoredLab.endMigrations(stores);
        commit("spare", true);
        assertThat(holders()).containsExactly("spare");
    }

    @Test
    void grantingItAgainIsHarmlessWhileAVmMigrates() {
        start();
        commit("migration", true);
        assertThat(holders()).containsExactly("migration");
    }

    @Test
    void itsNetworkIsNotDetachedWhileAVmMigrates() {
        Migration migration = start();
        assertThatThrownBy(() -> stores.get(Attachments.class).detach(CLUSTER, "migration"))
                .satisfies(e -> names(e, migration));
    }

    @Test
    void anotherNetworkIsDetachedWhileAVmMigrates() {
        start();
        stores.get(Attachments.class).detach(CLUSTER, "spare");
        assertThat(stores.get(Attachments.class).list())
                .noneMatch(a -> a.network().equals("spare"));
    }

    @Test
    void itsNetworkIsNotRemovedWhileAVmMigrates() {
        Migration migration = start();
        assertThatThrownBy(() -> stores.get(Networks.class).remove("migration")).satisfies(e -> names(e, migration));
    }

    @Test
    void theNetworkThatARequestNamedIsNotRemoved() {
        commit("spare", true);
        Migration migration = stores.get(Migrations.class)
                .start(new PlanRequest("vm1", "h2", null, "migration", null, null, false, false), "test");
        assertThatThrownBy(() -> stores.get(Networks.class).remove("migration")).satisfies(e -> names(e, migration));
    }

    @Test
    void itsRangeIsNotChangedWhileAVmMigrates() {
        Migration migration = start();
        assertThatThrownBy(() -> change("10.62.0.0/16", 1500)).satisfies(e -> names(e, migration));
        assertThat(stores.get(Networks.class).get("migration").cidr()).hasToString("10.62.0.0/24");
    }

    @Test
    void itsMtuIsChangedWhileAVmMigrates() {
        start();
        assertThat(change("10.62.0.0/24", 9000).mtu()).isEqualTo(9000);
    }

    @Test
    void thePinInUseIsNotRemoved() {
        stores.get(Hosts.class).pin("h2", "migration", "10.62.0.12");
        Migration migration = start();
        assertThatThrownBy(() -> stores.get(Hosts.class).unpin("h2", "migration"))
                .satisfies(e -> names(e, migration));
        assertThatThrownBy(() -> stores.get(Hosts.class).pin("h2", "migration", "10.62.0.13"))
                .satisfies(e -> names(e, migration));
    }

    @Test
    void aPinThatNoMigrationUsesIsRemoved() {
        stores.get(Hosts.class).pin("h3", "migration", "10.62.0.13");
        start();
        stores.get(Hosts.class).unpin("h3", "migration");
        assertThat(stores.get(Hosts.class).get("h3").pins()).isEmpty();
    }

    @Test
    void thePreviewNamesTheMigrationsToo() {
        Migration migration = start();
        assertThat(stores.get(RoleChanges.class)
                        .preview(new RoleChange(CLUSTER, "spare", true))
                        .errors())
                .extracting(Refusal::object)
                .containsExactly("migration " + migration.id());
    }

    @Test
    void theCommitRefusesWhatThePreviewCallsAnError() {
        commit("migration", false);
        stores.get(Networks.class).create("wide", "10.62.0.0/16", 1500);
        stores.get(NetworkEdits.class).attach(CLUSTER, "wide", false);
        assertThatThrownBy(() -> commit("wide", true))
                .isInstanceOfSatisfying(
                        RefusedException.class,
                        e -> assertThat(e.refusals())
                                .isEqualTo(stores.get(RoleChanges.class)
                                        .preview(new RoleChange(CLUSTER, "wide", true))
                                        .errors())
                                .extracting(Refusal::code)
                                .containsExactly("NETWORKS_OVERLAP"));
    }

    /** Network spare reaches no host: a migration that is planned after the move is refused. */
    @Test
    void ofAMoveAndAMigrationAtOnceExactlyOneIsGranted() throws Exception {
        int pairs = database == Database.POSTGRESQL ? 1000 : 200;
        int moved = 0;
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            for (int pair = 0; pair < pairs; pair++) {
                moved += pair(threads, pair % 6) ? 1 : 0;
                StoredLab.endMigrations(stores);
                commit("migration", true);
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(moved).as("each won now and then").isBetween(1, pairs - 1);
    }

    /** The move waits for as long as reading takes a few times, so that it meets the migration at every point. */
    private boolean pair(ExecutorService threads, int reads) throws Exception {
        CyclicBarrier together = new CyclicBarrier(2);
        Future<Boolean> move = threads.submit(() -> {
            together.await();
            for (int i = 0; i < reads; i++) {
                stores.get(SnapshotReader.class).read();
            }
            return granted(() -> commit("spare", true));
        });
        Future<Boolean> migration = threads.submit(() -> {
            together.await();
            return granted(this::start);
        });
        assertThat(List.of(move.get(), migration.get())).containsExactlyInAnyOrder(true, false);
        Optional<Migration> running =
                stores.get(MigrationStore.class).unfinished().stream().findFirst();
        assertThat(holders())
                .containsExactly(running.map(m -> m.plan().network()).orElse("spare"));
        return move.get();
    }

    private static boolean granted(Runnable change) {
        try {
            change.run();
            return true;
        } catch (RefusedException e) {
            return false;
        }
    }

    private Migration start() {
        return stores.get(Migrations.class)
                .start(new PlanRequest("vm1", "h2", null, null, null, null, false, false), "test");
    }

    private static Network change(String cidr, int mtu) {
        return stores.get(NetworkEdits.class).change(Networks.values("migration", cidr, mtu), null);
    }

    private void commit(String network, boolean granted) {
        stores.get(RoleChanges.class).commit(new RoleChange(CLUSTER, network, granted));
    }

    private List<String> holders() {
        return stores.get(Attachments.class).list().stream()
                .filter(a -> a.has(NetworkRole.MIGRATION))
                .map(a -> a.network())
                .toList();
    }

    private static void names(Throwable thrown, Migration migration) {
        assertThat(thrown)
                .isInstanceOfSatisfying(
                        RefusedException.class,
                        e -> assertThat(e.refusals())
                                .extracting(Refusal::code, Refusal::object)
                                .contains(tuple("CLUSTER_MIGRATING", "migration " + migration.id())));
    }
}
