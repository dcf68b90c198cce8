package org.droveway.engine.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.h2.jdbcx.JdbcConnectionPool;

/** A database that began with the first version of the schema and went through each, with data of each in it. */
final class EarlierDatabase {
    private final JdbcConnectionPool connections;

    /** How many rows the schema itself puts into each table. */
    private final Map<String, Integer> own = new HashMap<>();

    private EarlierDatabase(JdbcConnectionPool connections) {
        this.connections = connections;
    }

    /** One that is at this version; fails if a table that the version has is empty. */
    static JdbcConnectionPool filled(Database database, String version) throws SQLException {
        EarlierDatabase earlier = new EarlierDatabase(database.empty());
        for (String step : SchemaVersions.upTo(database, version)) {
            earlier.go(step);
        }
        return earlier.connections;
    }

    private void go(String version) throws SQLException {
        SchemaVersions.migrate(connections, version);
        try (Connection connection = connections.getConnection();
                Statement statement = connection.createStatement()) {
            rows(connection).forEach((table, rows) -> own.putIfAbsent(table, rows.size()));
            for (String row : SchemaData.of(version).rows()) {
                statement.executeUpdate(row);
            }
            assertThat(rows(connection))
                    .allSatisfy((table, rows) -> assertThat(rows)
                            .as("what V%s.sql and those before put into %s", version, table)
                            .hasSizeGreaterThan(own.get(table)));
        }
    }

    private static Map<String, List<String>> rows(Connection connection) throws SQLException {
        return StoredRows.of(connection, StoredRows.columns(connection));
    }
}
