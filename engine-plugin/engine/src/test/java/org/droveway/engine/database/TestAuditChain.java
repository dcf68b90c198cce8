package org.droveway.engine.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.droveway.engine.audit.Action;
import org.droveway.engine.audit.Authorship;
import org.droveway.engine.audit.Entry;
import org.droveway.engine.audit.Fact;
import org.droveway.engine.audit.Outcome;
import org.droveway.engine.audit.store.AuditLog;
import org.droveway.engine.inventory.store.DataCenters;
import org.droveway.engine.inventory.store.Networks;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Many who write at once make one chain, with everything in it that was committed and nothing that was not. */
class TestAuditChain {
    private static final int WRITERS = 16;
    private static final int ROUNDS = 15;

    private final ExecutorService threads = Executors.newFixedThreadPool(WRITERS);

    @AfterEach
    void end() {
        threads.shutdownNow();
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void holdsWhatManyWriteAtOnce(Database database) throws Exception {
        try (Stores stores = new Stores(database.empty())) {
            List<Callable<List<String>>> writers = new ArrayList<>();
            for (int writer = 0; writer < WRITERS; writer++) {
                String name = "w" + writer;
                writers.add(() -> write(stores, name));
            }
            List<String> written = new ArrayList<>();
            for (Future<List<String>> writer : threads.invokeAll(writers)) {
                written.addAll(writer.get());
            }
            assertThat(AuditChain.whole(stores)).extracting(Entry::object).containsExactlyInAnyOrderElementsOf(written);
        }
    }

    /** What must be in the audit. */
    private static List<String> write(Stores stores, String writer) {
        List<String> written = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            String name = writer + "-" + round;
            stores.get(Networks.class).create(name, "10.8.0.0/24", 1500);
            stores.transaction(() -> {
                stores.get(DataCenters.class).create(name + "a");
                return stores.get(DataCenters.class).create(name + "b");
            });
            rollBack(stores, name + "c");
            refuse(stores, "/" + name);
            Stream.of("network " + name, "data center " + name + "a", "data center " + name + "b", "/" + name)
                    .forEach(written::add);
        }
        return written;
    }

    private static void rollBack(Stores stores, String name) {
        try {
            stores.transaction(() -> {
                stores.get(DataCenters.class).create(name);
                throw new IllegalStateException("as a test wants it");
            });
        } catch (IllegalStateException e) {
            assertThat(e).hasMessage("as a test wants it");
        }
    }

    private static void refuse(Stores stores, String path) {
        Fact fact = new Fact(Authorship.ENGINE, Action.REQUEST, path, null, null, Outcome.REFUSED, "a test's");
        stores.<Void, RuntimeException>transaction(() -> {
            stores.get(AuditLog.class).record(fact);
            return null;
        });
    }
}
