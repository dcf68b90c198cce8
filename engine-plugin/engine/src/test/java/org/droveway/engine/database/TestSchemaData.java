package org.droveway.engine.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.droveway.engine.database.SchemaData.Refused;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.Test;

/** What the upgrades are tested with is all that the schema has. */
class TestSchemaData {
    @Test
    void everyConstraintThatHasANameIsTried() throws SQLException {
        List<String> versions = SchemaVersions.all(Database.H2);
        JdbcConnectionPool connections = Database.H2.empty();
        SchemaVersions.migrate(connections, versions.get(versions.size() - 1));
        try (Connection connection = connections.getConnection()) {
            assertThat(SchemaData.refused(versions))
                    .extracting(Refused::constraint)
                    .containsAll(constraints(connection));
        } finally {
            connections.dispose();
        }
    }

    /** What the schema does not name H2 names CONSTRAINT_ and a number. */
    private static List<String> constraints(Connection connection) throws SQLException {
        List<String> names = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet result =
                        statement.executeQuery("select constraint_name from information_schema.table_constraints"
                                + " where table_schema = 'PUBLIC' and lower(table_name) not like 'flyway%'"
                                + " and constraint_name not like 'CONSTRAINT%'")) {
            while (result.next()) {
                names.add(result.getString(1).toLowerCase(Locale.ROOT));
            }
        }
        assertThat(names).isNotEmpty();
        return names;
    }
}
