package org.droveway.engine.migration.store;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** Row of the newest event that is stored of a host's agent. */
@Entity
@Table(name = "event_cursor")
class EventCursorEntity {
    @Id
    String host = "";

    long sequence;
}
