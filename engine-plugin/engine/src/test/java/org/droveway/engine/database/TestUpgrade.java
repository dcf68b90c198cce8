package org.droveway.engine.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.droveway.engine.audit.Entry;
import org.droveway.engine.database.SchemaData.Refused;
import org.droveway.engine.inventory.ClusterNetwork;
import org.droveway.engine.inventory.NetworkRole;
import org.droveway.engine.inventory.RefusedException;
import org.droveway.engine.inventory.store.Attachments;
import org.droveway.engine.inventory.store.Clusters;
import org.droveway.engine.inventory.store.DataCenters;
import org.droveway.engine.inventory.store.EnrolledHost;
import org.droveway.engine.inventory.store.Hosts;
import org.droveway.engine.inventory.store.Networks;
import org.droveway.engine.migration.Migration;
import org.droveway.engine.migration.store.MigrationStore;
import org.droveway.protocol.MigrationState;
import org.droveway.protocol.host.HostMode;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A database of each earlier schema version keeps what is in it, and refuses what it refused. */
@ParameterizedClass
@MethodSource("earlier")
class TestUpgrade {
    @Parameter(0)
    Database database;

    @Parameter(1)
    String version;

    private static Stores stores;
    private static Map<String, List<String>> before;
    private static Map<String, List<String>> after;

    static Stream<Arguments> earlier() {
        return Stream.of(Database.values())
                .flatMap(database ->
                        SchemaVersions.all(database).stream().map(version -> Arguments.of(database, version)));
    }

    @BeforeParameterizedClassInvocation
    static void upgrade(Database database, String version) throws SQLException {
        JdbcConnectionPool connections = EarlierDatabase.filled(database, version);
        Map<String, List<String>> columns;
        try (Connection connection = connections.getConnection()) {
            columns = StoredRows.columns(connection);
            before = StoredRows.of(connection, columns);
        }
        stores = new Stores(connections);
        try (Connection connection = stores.connection()) {
            after = StoredRows.of(connection, columns);
        }
    }

    @AfterParameterizedClassInvocation
    static void close() {
        stores.close();
    }

    @Test
    void everyRowIsKept() {
        assertThat(after).isEqualTo(before);
    }

    @Test
    void theInventoryIsWhatItWas() {
        assertThat(stores.get(DataCenters.class).get("old").policyVersion()).isEqualTo(7);
        assertThat(stores.get(Clusters.class).get("old").datacenter()).isEqualTo("old");
        assertThat(stores.get(Networks.class).get("old").mtu()).isEqualTo(9000);
        assertThat(stores.get(Attachments.class).list())
                .extracting(ClusterNetwork::network, a -> a.has(NetworkRole.MIGRATION))
                .containsExactly(tuple("old", true), tuple("spare", false));
    }

    @Test
    void hostsAreWhatTheyWere() {
        EnrolledHost host = stores.get(Hosts.class).get("old1");
        assertThat(host.mode()).isEqualTo(HostMode.ENFORCE);
        assertThat(host.pins()).hasSize(1);
        assertThat(host.report().vms()).hasSize(1);
    }

    @Test
    void migrationsAreWhatTheyWere() {
        assertThat(stores.get(MigrationStore.class).list(new MigrationStore.Filter(null, null, 10)))
                .extracting(
                        Migration::state,
                        m -> m.plan().to(),
                        m -> m.steps().size(),
                        m -> m.observed().size())
                .containsExactly(
                        tuple(MigrationState.COPYING, "old2", 3, 0),
                        tuple(MigrationState.COMPLETED, "old1", 3, 2),
                        tuple(MigrationState.FAILED, "old2", 3, 0));
    }

    @Test
    void whatRanRunsOn() {
        assertThatThrownBy(() -> stores.get(Hosts.class).unpin("old1", "old")).isInstanceOf(RefusedException.class);
    }

    @Test
    void theAuditGoesOnWhereItWas() {
        List<Entry> known = AuditChain.whole(stores);
        stores.get(DataCenters.class).create("new");
        List<Entry> entries = AuditChain.whole(stores);
        assertThat(entries.subList(0, known.size())).isEqualTo(known);
        assertThat(entries.subList(known.size(), entries.size()))
                .extracting(Entry::object)
                .containsExactly("data center new");
    }

    @Test
    void whatWasRefusedIsRefused() throws SQLException {
        try (Connection connection = stores.connection();
                Statement statement = connection.createStatement()) {
            for (Refused refused : SchemaData.refused(SchemaVersions.upTo(database, version))) {
                assertThatThrownBy(() -> statement.executeUpdate(refused.statement()))
                        .as(refused.statement())
                        .isInstanceOfSatisfying(
                                SQLException.class,
                                e -> assertThat(e.getSQLState()).startsWith("23"))
                        .hasMessageMatching("(?is).*" + refused.constraint() + ".*");
            }
        }
    }
}
