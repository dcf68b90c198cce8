package org.droveway.engine.migration.store;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.droveway.engine.audit.Unaudited;

/** Row of the newest event that is stored of a host's agent. */
@Entity
@Unaudited
@Table(name = "event_cursor")
class EventCursorEntity {
    @Id
    String host = "";

    long sequence;
}
