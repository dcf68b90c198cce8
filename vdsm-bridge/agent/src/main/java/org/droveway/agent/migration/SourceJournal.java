package org.droveway.agent.migration;

import java.util.UUID;
import org.droveway.agent.store.RecordStore;
import org.droveway.protocol.permit.Permit;

/** The source's record of one migration, as it is now and as it is on disk; used by several threads. */
final class SourceJournal {
    private final RecordStore<SourceRecord> records;
    private volatile SourceRecord record;

    SourceJournal(RecordStore<SourceRecord> records, SourceRecord record) {
        this.records = records;
        this.record = record;
    }

    SourceRecord now() {
        return record;
    }

    Permit permit() {
        return record.permit();
    }

    /**
     * Written down before anything rests on it.
     *
     * @throws java.io.UncheckedIOException if it cannot be
     */
    void become(SourceRecord next) {
        records.put(next.migration(), next);
        record = next;
    }

    void forget() {
        UUID migration = record.migration();
        records.remove(migration);
    }
}
