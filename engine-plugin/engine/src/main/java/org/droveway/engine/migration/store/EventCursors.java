package org.droveway.engine.migration.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** How far each agent's journal is stored. */
@ApplicationScoped
@Transactional
public class EventCursors {
    private static final Logger LOG = System.getLogger(EventCursors.class.getName());

    @PersistenceContext
    EntityManager entities;

    /** What the agents had in their journals when they connected to this process. */
    private final Map<String, Long> journals = new ConcurrentHashMap<>();

    /**
     * An agent connected.
     *
     * @param journal newest event in its journal, 0 if none
     * @return newest event that is stored; 0 when its journal began anew, so that nothing of the new one is taken for known
     */
    public long resume(String host, long journal) {
        EventCursorEntity cursor = lock(host);
        if (journal < cursor.sequence) {
            LOG.log(
                    Level.WARNING,
                    "journal of host {0} ends at event {1}, stored are {2}: it began anew",
                    host,
                    journal,
                    cursor.sequence);
            cursor.sequence = 0;
        }
        journals.put(host, journal);
        return cursor.sequence;
    }

    /** Whether the agent connected since the engine started, and all of its journal of then is stored. */
    public boolean isCaughtUp(String host) {
        Long journal = journals.get(host);
        EventCursorEntity cursor = entities.find(EventCursorEntity.class, host);
        return journal != null && (cursor == null ? 0 : cursor.sequence) >= journal;
    }

    /** Moves on to this event; false if it was stored before. To be called in the transaction that stores it. */
    public boolean advance(String host, long sequence) {
        EventCursorEntity cursor = lock(host);
        if (sequence <= cursor.sequence) {
            return false;
        }
        cursor.sequence = sequence;
        return true;
    }

    private EventCursorEntity lock(String host) {
        EventCursorEntity cursor = entities.find(EventCursorEntity.class, host, LockModeType.PESSIMISTIC_WRITE);
        if (cursor == null) {
            cursor = new EventCursorEntity();
            cursor.host = host;
            entities.persist(cursor);
        }
        return cursor;
    }
}
