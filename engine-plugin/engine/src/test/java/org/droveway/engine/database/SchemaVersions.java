package org.droveway.engine.database;

import java.util.Arrays;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.h2.jdbcx.JdbcConnectionPool;

/** The versions that the schema has had. */
final class SchemaVersions {
    private SchemaVersions() {}

    /** All, oldest first. */
    static List<String> all(Database database) {
        JdbcConnectionPool connections = database.empty();
        try {
            return Arrays.stream(flyway(connections).load().info().all())
                    .map(MigrationInfo::getVersion)
                    .sorted()
                    .map(MigrationVersion::getVersion)
                    .toList();
        } finally {
            connections.dispose();
        }
    }

    /** Those up to this one, oldest first. */
    static List<String> upTo(Database database, String version) {
        List<String> all = all(database);
        return all.subList(0, all.indexOf(version) + 1);
    }

    /** Brings the database to this version, from an earlier one or from nothing. */
    static void migrate(JdbcConnectionPool connections, String version) {
        flyway(connections).target(version).load().migrate();
    }

    private static FluentConfiguration flyway(JdbcConnectionPool connections) {
        return Flyway.configure().dataSource(connections).locations("classpath:db/migration");
    }
}
