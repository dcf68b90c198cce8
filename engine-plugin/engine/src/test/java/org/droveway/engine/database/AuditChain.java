package org.droveway.engine.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.droveway.engine.audit.Entry;
import org.droveway.engine.audit.store.AuditLog;
import org.droveway.engine.digest.Sha256;

/** The audit of stores, read as one who distrusts it reads it. */
final class AuditChain {
    private static final int PAGE = 1000;

    private AuditChain() {}

    /** Every entry, oldest first; fails unless they are one chain without gaps. */
    static List<Entry> whole(Stores stores) {
        List<Entry> entries = new ArrayList<>();
        List<Entry> page;
        do {
            page = stores.get(AuditLog.class).list(AuditLog.Filter.ALL.after(entries.size()), PAGE);
            entries.addAll(page);
        } while (page.size() == PAGE);
        String previous = Entry.ANCHOR;
        for (int i = 0; i < entries.size(); i++) {
            Entry entry = entries.get(i);
            assertThat(entry.sequence()).as("place of %s", entry).isEqualTo(i + 1L);
            assertThat(entry.previous()).as("what %s continues", entry).isEqualTo(previous);
            assertThat(entry.hash()).as("hash of %s", entry).isEqualTo(Sha256.of(entry.canonical()));
            previous = entry.hash();
        }
        return entries;
    }
}
