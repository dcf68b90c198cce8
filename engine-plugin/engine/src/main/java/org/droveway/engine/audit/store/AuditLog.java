package org.droveway.engine.audit.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.droveway.engine.audit.Entry;
import org.droveway.engine.audit.Fact;
import org.droveway.engine.audit.Outcome;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** The audit. Changes write themselves down ({@link ChangeCapture}); what was not done is told here. */
@ApplicationScoped
@Transactional
public class AuditLog {
    @PersistenceContext
    EntityManager entities;

    @Inject
    Clock clock;

    /**
     * Which entries are wanted; null: all.
     *
     * @param after only behind this one, and oldest first; null: newest first
     * @param before only ahead of this one
     * @param object exactly this, or the end of it from a blank on: {@code lab} finds {@code cluster lab}
     * @param since from this moment on
     * @param until ahead of this moment
     */
    public record Filter(
            @Nullable Long after,
            @Nullable Long before,
            @Nullable String who,
            @Nullable String object,
            @Nullable Outcome outcome,
            @Nullable Instant since,
            @Nullable Instant until) {
        /** Every entry, newest first. */
        public static final Filter ALL = new Filter(null, null, null, null, null, null, null);

        /** The same, behind another entry. */
        public Filter after(long sequence) {
            return new Filter(sequence, before, who, object, outcome, since, until);
        }
    }

    /** At most so many of those wanted. */
    public List<Entry> list(Filter filter, int limit) {
        Map<String, Object> wanted = new LinkedHashMap<>();
        List<String> conditions = new ArrayList<>(List.of("e.sequence > 0"));
        condition(conditions, wanted, "e.sequence > :after", "after", filter.after());
        condition(conditions, wanted, "e.sequence < :before", "before", filter.before());
        condition(conditions, wanted, "(e.who = :who or e.who like concat(:who, ' (%'))", "who", filter.who());
        condition(
                conditions,
                wanted,
                "(e.object = :object or e.object like concat('% ', :object))",
                "object",
                filter.object());
        condition(conditions, wanted, "e.outcome = :outcome", "outcome", filter.outcome());
        condition(conditions, wanted, "e.at >= :since", "since", filter.since());
        condition(conditions, wanted, "e.at < :until", "until", filter.until());
        String order = filter.after() == null ? " desc" : "";
        TypedQuery<AuditEntity> query = entities.createQuery(
                "select e from AuditEntity e where " + String.join(" and ", conditions) + " order by e.sequence"
                        + order,
                AuditEntity.class);
        wanted.forEach(query::setParameter);
        return query.setMaxResults(limit)
                .getResultStream()
                .map(AuditEntity::toRecord)
                .toList();
    }

    /** Writes down what changed nothing, in a transaction of its own: that of the request may be rolled back. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public void record(Fact fact) {
        entities.unwrap(Session.class)
                .doWork(connection -> ChainWriter.append(connection, List.of(fact), clock.instant()));
    }

    private static void condition(
            List<String> conditions, Map<String, Object> wanted, String text, String name, @Nullable Object value) {
        if (value != null) {
            conditions.add(text);
            wanted.put(name, value);
        }
    }
}
