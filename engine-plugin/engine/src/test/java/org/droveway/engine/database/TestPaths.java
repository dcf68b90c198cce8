package org.droveway.engine.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import org.droveway.engine.inventory.store.Hosts;
import org.droveway.engine.migration.KnownPath;
import org.droveway.engine.migration.store.Paths;
import org.droveway.protocol.observe.PathReport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TestPaths {
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

    private static KnownPath path(String from, String to, Instant at, long micros) {
        return new KnownPath(
                from,
                to,
                UUID.randomUUID(),
                at,
                new PathReport("10.62.0.11", "10.62.0.12", "mig0", null, 9000, micros, 1_240_000_000L, at, true));
    }

    @ParameterizedTest
    @EnumSource
    void theNewestOfEachDirectionIsKept(Database database) {
        try (Stores stores = StoredLab.open(database)) {
            StoredLab.fill(stores);
            Paths paths = stores.get(Paths.class);
            KnownPath back = path("h2", "h1", NOON, 90);
            KnownPath newest = path("h1", "h2", NOON.plusSeconds(1), 70);

            paths.keep(path("h1", "h2", NOON, 80));
            paths.keep(back);
            paths.keep(newest);
            paths.keep(path("h1", "h2", NOON.minusSeconds(1), 60));

            assertThat(paths.all()).containsExactly(newest, back);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aRemovedHostHasNoWays(Database database) {
        try (Stores stores = StoredLab.open(database)) {
            StoredLab.fill(stores);
            Paths paths = stores.get(Paths.class);
            stores.get(Hosts.class).remove("h2");

            paths.keep(path("h1", "h2", NOON, 80));
            paths.keep(path("h1", "h3", NOON, 80));

            assertThat(paths.all()).extracting(KnownPath::to).containsExactly("h3");
        }
    }
}
