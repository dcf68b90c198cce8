package org.droveway.engine.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.droveway.engine.inventory.ClusterNetwork;
import org.droveway.engine.inventory.NetworkRole;
import org.droveway.engine.inventory.RefusedException;
import org.droveway.engine.inventory.UnknownObjectException;
import org.droveway.engine.inventory.store.Attachments;
import org.droveway.engine.inventory.store.Clusters;
import org.droveway.engine.inventory.store.DataCenters;
import org.droveway.engine.inventory.store.Networks;
import org.droveway.engine.migration.service.RoleChanges;
import org.droveway.engine.network.RoleChange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Changes of roles and of the networks that have them, at the same moment. */
@ParameterizedClass
@EnumSource(Database.class)
class TestRoleAndNetwork {
    private static final int PAIRS = 40;

    @Parameter
    Database database;

    private static Stores stores;

    private final ExecutorService threads = Executors.newFixedThreadPool(2);

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

    @AfterEach
    void end() {
        threads.shutdownNow();
    }

    @Test
    void clustersThatShareANetworkChangeItsRolesWithoutWaitingForEachOther() throws Exception {
        stores.get(DataCenters.class).create("other");
        stores.get(Clusters.class).create("other", "other");
        stores.get(Attachments.class).attach("other", "spare", false);
        stores.<Void, Exception>transaction(() -> {
            stores.get(Attachments.class).grant("lab", "spare", NetworkRole.VM);
            threads.submit(() -> grant("other")).get(9, TimeUnit.SECONDS);
            return null;
        });
        assertThat(holders()).containsExactlyInAnyOrder("migration", "spare");
    }

    @Test
    void ofAGrantAndARemovalAtOnceExactlyOneIsGranted() throws Exception {
        for (int pair = 0; pair < PAIRS; pair++) {
            List<Boolean> granted =
                    atOnce(() -> grant("lab"), () -> stores.get(Networks.class).remove("spare"));
            assertThat(granted).containsExactlyInAnyOrder(true, false);
            StoredLab.fill(stores);
        }
    }

    @Test
    void ofAGrantAndADetachmentAtOnceOneOrBothAreGrantedAndNothingIsLeft() throws Exception {
        for (int pair = 0; pair < PAIRS; pair++) {
            List<Boolean> granted = atOnce(
                    () -> grant("lab"), () -> stores.get(Attachments.class).detach("lab", "spare"));
            assertThat(granted.get(1)).isTrue();
            assertThat(holders()).containsExactlyElementsOf(granted.get(0) ? List.of() : List.of("migration"));
            StoredLab.fill(stores);
        }
    }

    /** Whether each was done, in this order. */
    private List<Boolean> atOnce(Runnable first, Runnable second) throws Exception {
        CyclicBarrier together = new CyclicBarrier(2);
        Future<Boolean> one = threads.submit(() -> done(together, first));
        Future<Boolean> other = threads.submit(() -> done(together, second));
        return List.of(one.get(), other.get());
    }

    private static boolean done(CyclicBarrier together, Runnable change) throws Exception {
        together.await();
        try {
            change.run();
            return true;
        } catch (RefusedException | UnknownObjectException e) {
            return false;
        }
    }

    private static void grant(String cluster) {
        stores.get(RoleChanges.class).commit(new RoleChange(cluster, "spare", true));
    }

    private static List<String> holders() {
        return stores.get(Attachments.class).list().stream()
                .filter(a -> a.has(NetworkRole.MIGRATION))
                .map(ClusterNetwork::network)
                .toList();
    }
}
