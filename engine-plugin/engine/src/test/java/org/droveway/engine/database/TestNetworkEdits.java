package org.droveway.engine.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.droveway.engine.inventory.ClusterNetwork;
import org.droveway.engine.inventory.NetworkRole;
import org.droveway.engine.inventory.RefusedException;
import org.droveway.engine.inventory.UnknownObjectException;
import org.droveway.engine.inventory.store.Attachments;
import org.droveway.engine.inventory.store.Networks;
import org.droveway.engine.inventory.store.StaleVersionException;
import org.droveway.engine.migration.service.NetworkEdits;
import org.droveway.engine.migration.service.RoleChanges;
import org.droveway.engine.network.RoleChange;
import org.droveway.protocol.Refusal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** No edit brings about what a grant of the migration role is refused for. */
class TestNetworkEdits extends OnEachDatabase {
    @BeforeEach
    void makeAnother() {
        stores.get(Networks.class).create("wide", "10.62.0.0/16", 1500);
    }

    @Test
    void doesNotAttachWhatOverlapsWithTheMigrationNetwork() {
        assertThatThrownBy(() -> attach("wide", false)).satisfies(e -> refusedFor(e, "NETWORKS_OVERLAP"));
        assertThat(networks()).doesNotContain("wide");
    }

    @Test
    void attachesItWhenTheRoleIsGone() {
        commit("migration", false);
        attach("wide", false);
        assertThat(networks()).contains("wide");
    }

    @Test
    void doesNotWidenANetworkIntoTheMigrationNetwork() {
        assertThatThrownBy(() -> change("spare", "10.62.0.128/25")).satisfies(e -> refusedFor(e, "NETWORKS_OVERLAP"));
        assertThat(stores.get(Networks.class).get("spare").cidr()).hasToString("10.64.0.0/24");
    }

    @Test
    void doesNotMakeTheMigrationNetworkTooNarrow() {
        assertThatThrownBy(() -> change("migration", "10.62.0.0/30"))
                .satisfies(e -> refusedFor(e, "TOO_FEW_ADDRESSES"));
    }

    @Test
    void doesNotRequireAnMtuThatHostsDoNotHave() {
        attach("migration", true);
        assertThatThrownBy(() ->
                        stores.get(NetworkEdits.class).change(Networks.values("migration", "10.62.0.0/24", 9000), null))
                .satisfies(e -> refusedFor(e, "MTU_DIFFERS", "MTU_DIFFERS", "MTU_DIFFERS"));
    }

    @Test
    void ofTwoWhoSawTheSameValuesTheSecondIsTold() {
        NetworkEdits edits = stores.get(NetworkEdits.class);
        String seen = stores.get(Networks.class).get("spare").version();
        edits.change(Networks.values("spare", "10.64.0.0/24", 9000), seen);
        assertThatThrownBy(() -> edits.change(Networks.values("spare", "10.65.0.0/24", 1500), seen))
                .isInstanceOf(StaleVersionException.class)
                .hasMessageContaining("network spare was changed meanwhile");
        assertThat(stores.get(Networks.class).get("spare").version()).isEqualTo("10.64.0.0/24,9000");
    }

    @Test
    void knowsNoRoleOfANetworkThatIsNotAttached() {
        assertThatThrownBy(() -> commit("wide", false)).isInstanceOf(UnknownObjectException.class);
        assertThatThrownBy(() -> commit("wide", true)).isInstanceOf(UnknownObjectException.class);
    }

    /** Each alone would be done; together they would be what neither may bring about. */
    @Test
    void ofAGrantAndAnAttachmentAtOnceExactlyOneIsDone() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            for (int pair = 0; pair < 50; pair++) {
                commit("migration", false);
                together(threads, () -> commit("migration", true), () -> attach("wide", false));
                if (networks().contains("wide")) {
                    stores.get(Attachments.class).detach(CLUSTER, "wide");
                }
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void ofTwoRangesAtOnceExactlyOneIsChanged() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            for (int pair = 0; pair < 50; pair++) {
                change("migration", "10.62.0.0/24");
                change("spare", "10.64.0.0/24");
                together(threads, () -> change("migration", "10.66.0.0/16"), () -> change("spare", "10.66.66.0/24"));
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private static void together(ExecutorService threads, Runnable one, Runnable other) throws Exception {
        CyclicBarrier barrier = new CyclicBarrier(2);
        Future<Boolean> first = threads.submit(() -> done(barrier, one));
        Future<Boolean> second = threads.submit(() -> done(barrier, other));
        assertThat(List.of(first.get(), second.get())).containsExactlyInAnyOrder(true, false);
    }

    private static boolean done(CyclicBarrier barrier, Runnable change) throws Exception {
        barrier.await();
        try {
            change.run();
            return true;
        } catch (RefusedException e) {
            return false;
        }
    }

    private static void attach(String network, boolean required) {
        stores.get(NetworkEdits.class).attach(CLUSTER, network, required);
    }

    private static void change(String network, String cidr) {
        stores.get(NetworkEdits.class).change(Networks.values(network, cidr, 1500), null);
    }

    private static void commit(String network, boolean granted) {
        stores.get(RoleChanges.class).commit(new RoleChange(CLUSTER, network, granted));
    }

    private static List<String> networks() {
        return stores.get(Attachments.class).list().stream()
                .map(ClusterNetwork::network)
                .toList();
    }

    private static void refusedFor(Throwable thrown, String... codes) {
        assertThat(thrown)
                .isInstanceOfSatisfying(
                        RefusedException.class,
                        e -> assertThat(e.refusals()).extracting(Refusal::code).containsExactly(codes));
        assertThat(stores.get(Attachments.class).list())
                .filteredOn(a -> a.has(NetworkRole.MIGRATION))
                .extracting(ClusterNetwork::network)
                .containsExactly("migration");
    }
}
