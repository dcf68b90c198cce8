package org.droveway.engine.audit.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.droveway.engine.audit.Entry;
import org.droveway.engine.audit.Fact;

/**
 * Adds facts to the chain in the transaction of the connection. The row of entry 0 is the chain's lock: it is taken last of
 * all locks and held until the commit, so the order of entries is the order of commits, and no lock waits for it in a circle.
 */
final class ChainWriter {
    private static final String LOCK = "select hash from audit_entry where sequence = 0 for update";
    private static final String LAST =
            "select sequence, hash from audit_entry order by sequence desc fetch first 1 rows only";
    private static final String ADD =
            "insert into audit_entry (sequence, recorded_at, who, address, request, action, object,"
                    + " before_text, after_text, outcome, reason, previous, hash) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

    private ChainWriter() {}

    static void append(Connection connection, List<Fact> facts, Instant now) throws SQLException {
        try (PreparedStatement lock = connection.prepareStatement(LOCK);
                ResultSet locked = lock.executeQuery()) {
            if (!locked.next()) {
                throw new SQLException("the audit has lost its entry 0; put the database back from a backup");
            }
        }
        try (PreparedStatement last = connection.prepareStatement(LAST);
                ResultSet row = last.executeQuery()) {
            row.next();
            add(connection, facts, row.getLong(1), row.getString(2), now);
        }
    }

    private static void add(Connection connection, List<Fact> facts, long sequence, String hash, Instant now)
            throws SQLException {
        long place = sequence;
        String previous = hash;
        try (PreparedStatement add = connection.prepareStatement(ADD)) {
            for (Fact fact : facts) {
                place++;
                Entry entry = Entry.of(fact, place, previous, now);
                insert(add, entry);
                previous = entry.hash();
            }
        }
    }

    private static void insert(PreparedStatement add, Entry entry) throws SQLException {
        add.setLong(1, entry.sequence());
        add.setObject(2, entry.at().atOffset(ZoneOffset.UTC));
        add.setString(3, entry.who());
        add.setString(4, entry.from());
        add.setString(5, entry.request());
        add.setString(6, entry.action().name());
        add.setString(7, entry.object());
        add.setString(8, entry.before());
        add.setString(9, entry.after());
        add.setString(10, entry.outcome().name());
        add.setString(11, entry.reason());
        add.setString(12, entry.previous());
        add.setString(13, entry.hash());
        add.executeUpdate();
    }
}
