package org.droveway.engine.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;
import org.h2.jdbcx.JdbcConnectionPool;
import org.h2.jdbcx.JdbcDataSource;
import org.postgresql.ds.PGConnectionPoolDataSource;

/** The databases that the engine runs on. Every test of what is stored runs on each. */
public enum Database {
    H2 {
        @Override
        public JdbcConnectionPool empty() {
            JdbcDataSource source = new JdbcDataSource();
            source.setUrl("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=10000");
            source.setUser("sa");
            return JdbcConnectionPool.create(source);
        }

        @Override
        public Map<String, String> environment(Path directory) {
            return Map.of();
        }
    },
    POSTGRESQL {
        @Override
        public JdbcConnectionPool empty() {
            PostgresServer server = Server.RUNNING;
            PGConnectionPoolDataSource source = new PGConnectionPoolDataSource();
            source.setUrl(server.create());
            source.setUser(server.user());
            source.setPassword(server.password());
            return JdbcConnectionPool.create(source);
        }

        @Override
        public Map<String, String> environment(Path directory) throws IOException {
            PostgresServer server = Server.RUNNING;
            Path password = Files.writeString(directory.resolve("database.password"), server.password() + "\n");
            return Map.of(
                    "DROVEWAY_DATABASE_URL", server.create(),
                    "DROVEWAY_DATABASE_USER", server.user(),
                    "DROVEWAY_DATABASE_PASSWORD_FILE", password.toString());
        }
    };

    /** Connections to a new database without tables. */
    public abstract JdbcConnectionPool empty();

    /**
     * What the engine is started with to keep its data in a new one.
     *
     * @param directory for the file that holds the password
     */
    public abstract Map<String, String> environment(Path directory) throws IOException;

    /** Started when the first test needs it. */
    private static final class Server {
        static final PostgresServer RUNNING = PostgresServer.start(home());

        /** Named after the checkout: tests of two checkouts run side by side. Not below it: postgres may not look there. */
        private static Path home() {
            try {
                byte[] path = Path.of("").toRealPath().toString().getBytes(StandardCharsets.UTF_8);
                byte[] digest = MessageDigest.getInstance("SHA-256").digest(path);
                return Path.of("/var/tmp/droveway-postgresql-"
                        + HexFormat.of().formatHex(digest).substring(0, 6));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
