package org.droveway.engine.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.droveway.engine.inventory.NetworkRole;
import org.droveway.engine.inventory.RefusedException;
import org.droveway.engine.inventory.store.Attachments;
import org.droveway.engine.inventory.store.Clusters;
import org.droveway.engine.inventory.store.DataCenters;
import org.droveway.engine.inventory.store.Hosts;
import org.droveway.engine.inventory.store.Networks;
import org.droveway.protocol.host.HostMode;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A database of each earlier schema version keeps what is in it. {@code Vn.sql} beside this class is what version n could hold
 * and the one before could not.
 */
class TestUpgrade {
    static Stream<Arguments> earlier() {
        return Stream.of(Database.values())
                .flatMap(database -> versions(database).stream().map(version -> Arguments.of(database, version)));
    }

    @ParameterizedTest
    @MethodSource("earlier")
    void keepsWhatIsThere(Database database, String version) throws Exception {
        JdbcConnectionPool connections = database.empty();
        fill(connections, version);
        Map<String, Integer> before = rows(connections);
        try (Stores stores = new Stores(connections)) {
            assertThat(rows(connections)).containsAllEntriesOf(before);
            assertThat(stores.get(DataCenters.class).get("old").policyVersion()).isEqualTo(7);
            assertThat(stores.get(Clusters.class).get("old").datacenter()).isEqualTo("old");
            assertThat(stores.get(Networks.class).get("old").mtu()).isEqualTo(9000);
            assertThat(stores.get(Hosts.class).get("old1").mode()).isEqualTo(HostMode.ENFORCE);
            assertThat(stores.get(Hosts.class).get("old1").pins()).hasSize(1);
            assertThat(stores.get(Attachments.class).list())
                    .singleElement()
                    .satisfies(a -> assertThat(a.has(NetworkRole.MIGRATION)).isTrue());
            assertThatThrownBy(() -> stores.get(Hosts.class).unpin("old1", "old"))
                    .as("a migration that began before the upgrade")
                    .isInstanceOf(RefusedException.class);
        }
    }

    private static void fill(JdbcConnectionPool connections, String version) throws IOException, SQLException {
        for (String step : versions(connections)) {
            flyway(connections).target(step).load().migrate();
            insert(connections, step);
            if (step.equals(version)) {
                return;
            }
        }
    }

    private static void insert(JdbcConnectionPool connections, String version) throws IOException, SQLException {
        try (InputStream stream = TestUpgrade.class.getResourceAsStream("V" + version + ".sql")) {
            if (stream == null) {
                return;
            }
            String text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
            try (Connection connection = connections.getConnection();
                    Statement statement = connection.createStatement()) {
                for (String sql : text.split(";\\n", -1)) {
                    if (!sql.isBlank()) {
                        statement.executeUpdate(sql);
                    }
                }
            }
        }
    }

    /** How many rows each table of the engine has. */
    private static Map<String, Integer> rows(JdbcConnectionPool connections) throws SQLException {
        Map<String, Integer> rows = new TreeMap<>();
        try (Connection connection = connections.getConnection();
                Statement statement = connection.createStatement()) {
            for (String table : tables(statement)) {
                try (ResultSet result = statement.executeQuery("select count(*) from " + table)) {
                    result.next();
                    rows.put(table, result.getInt(1));
                }
            }
        }
        return rows;
    }

    private static List<String> tables(Statement statement) throws SQLException {
        List<String> tables = new ArrayList<>();
        try (ResultSet result = statement.executeQuery("select table_name from information_schema.tables"
                + " where lower(table_schema) = 'public' and lower(table_name) not like 'flyway%'")) {
            while (result.next()) {
                tables.add(result.getString(1));
            }
        }
        return tables;
    }

    private static FluentConfiguration flyway(JdbcConnectionPool connections) {
        return Flyway.configure().dataSource(connections).locations("classpath:db/migration");
    }

    private static List<String> versions(Database database) {
        JdbcConnectionPool connections = database.empty();
        try {
            return versions(connections);
        } finally {
            connections.dispose();
        }
    }

    /** All, oldest first. */
    private static List<String> versions(JdbcConnectionPool connections) {
        return Arrays.stream(flyway(connections).load().info().all())
                .map(MigrationInfo::getVersion)
                .sorted()
                .map(MigrationVersion::getVersion)
                .toList();
    }
}
