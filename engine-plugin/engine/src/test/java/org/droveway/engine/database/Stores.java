package org.droveway.engine.database;

import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import javax.sql.DataSource;
import org.droveway.engine.audit.store.Author;
import org.droveway.engine.datacentercfg.store.CfgFiles;
import org.droveway.engine.inventory.store.Attachments;
import org.droveway.engine.migration.service.Migrations;
import org.droveway.engine.migration.service.NetworkEdits;
import org.droveway.engine.migration.service.RoleChanges;
import org.droveway.engine.migration.service.SnapshotReader;
import org.droveway.engine.migration.service.UnheardResults;
import org.droveway.engine.migration.store.MigrationStore;
import org.droveway.engine.migration.store.Paths;
import org.droveway.engine.security.PermitSigner;
import org.droveway.engine.security.SamplePermits;
import org.droveway.engine.security.Tokens;
import org.h2.jdbcx.JdbcConnectionPool;
import org.jboss.weld.environment.se.Weld;
import org.jboss.weld.environment.se.WeldContainer;

/** The engine's stores and services on a database of their own, with the transactions they ask for. */
public final class Stores implements AutoCloseable {
    private final JdbcConnectionPool connections;
    private final EntityManagerFactory factory;
    private final Session session;
    private final Platform platform = new Platform();
    private final WeldContainer container;

    /** Brings the database's schema up to date. */
    public Stores(JdbcConnectionPool connections) {
        this.connections = connections;
        connections.setMaxConnections(20);
        this.factory = Persistence.createEntityManagerFactory("droveway", onlyThisDatabase(connections));
        this.session = new Session(factory);
        this.container = weld(SamplePermits.any()).initialize();
    }

    /** One of the engine's services. */
    public <T> T get(Class<T> type) {
        return container.select(type).get();
    }

    /** The hosts there are. */
    Platform platform() {
        return platform;
    }

    /** A connection of its own, past the engine. */
    Connection connection() throws SQLException {
        return connections.getConnection();
    }

    /** Runs statements in a transaction of their own. */
    void sql(String... statements) {
        session.inTransaction(() -> {
            for (String statement : statements) {
                session.entities().createNativeQuery(statement).executeUpdate();
            }
            return null;
        });
    }

    /** Does all of it in one transaction. */
    <T, X extends Exception> T transaction(Session.Work<T, X> work) throws X {
        return session.inTransaction(work);
    }

    /** What the query counts. */
    long count(String query) {
        return session.inTransaction(
                () -> ((Number) session.entities().createNativeQuery(query).getSingleResult()).longValue());
    }

    @Override
    public void close() {
        container.close();
        factory.close();
        connections.dispose();
    }

    private static Map<String, Object> onlyThisDatabase(DataSource source) {
        return Map.of(
                "jakarta.persistence.transactionType",
                "RESOURCE_LOCAL",
                "jakarta.persistence.nonJtaDataSource",
                source);
    }

    private Weld weld(PermitSigner permits) {
        return new Weld()
                .disableDiscovery()
                .addPackages(false, Attachments.class, Author.class)
                .addBeanClasses(
                        Transactions.class,
                        CfgFiles.class,
                        Tokens.class,
                        MigrationStore.class,
                        Migrations.class,
                        NetworkEdits.class,
                        Paths.class,
                        RoleChanges.class,
                        SnapshotReader.class,
                        UnheardResults.class)
                .addExtension(new Surroundings(session, platform, permits));
    }
}
