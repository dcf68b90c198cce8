package org.droveway.engine.audit.store;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.droveway.engine.audit.Authorship;
import org.droveway.engine.audit.Fact;
import org.hibernate.engine.spi.SessionImplementor;

/** The rows that one transaction has changed, in the order in which it touched them. */
final class TransactionChanges {
    private static final Clock CLOCK = Clock.systemUTC();

    private final Map<String, RowChange> rows = new LinkedHashMap<>();

    RowChange row(String object) {
        return rows.computeIfAbsent(object, RowChange::new);
    }

    /** Runs when everything is flushed and just before the commit: entry and change are committed together, or neither. */
    void write(SessionImplementor session) {
        Authorship author = Author.current();
        List<Fact> facts = rows.values().stream()
                .filter(RowChange::isWorthTelling)
                .map(row -> row.toFact(author))
                .toList();
        rows.clear();
        if (!facts.isEmpty()) {
            session.doWork(connection -> ChainWriter.append(connection, facts, CLOCK.instant()));
        }
    }
}
