package org.droveway.engine.audit.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.droveway.engine.audit.Action;
import org.droveway.engine.audit.Entry;
import org.droveway.engine.audit.Outcome;
import org.droveway.engine.audit.Unaudited;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** Row of an audit entry, only ever read by Hibernate; {@link ChainWriter} adds them. */
@Entity
@Immutable
@Unaudited
@Table(name = "audit_entry")
class AuditEntity {
    @Id
    long sequence;

    @Column(name = "recorded_at")
    Instant at = Instant.EPOCH;

    String who = "";

    @Nullable
    String address;

    @Nullable
    String request;

    @Enumerated(EnumType.STRING)
    Action action = Action.REQUEST;

    String object = "";

    @Column(name = "before_text")
    @Nullable
    String before;

    @Column(name = "after_text")
    @Nullable
    String after;

    @Enumerated(EnumType.STRING)
    Outcome outcome = Outcome.DONE;

    @Nullable
    String reason;

    @Nullable
    String previous;

    String hash = "";

    Entry toRecord() {
        return new Entry(
                sequence,
                at,
                who,
                address,
                request,
                action,
                object,
                before,
                after,
                outcome,
                reason,
                previous == null ? Entry.ANCHOR : previous,
                hash);
    }
}
