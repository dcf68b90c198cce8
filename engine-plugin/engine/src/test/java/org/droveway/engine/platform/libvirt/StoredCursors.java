package org.droveway.engine.platform.libvirt;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.droveway.engine.migration.store.EventCursors;

/** How far each agent's journal was taken, without a database. */
final class StoredCursors extends EventCursors {
    private final Map<String, Long> taken = new ConcurrentHashMap<>();

    @Override
    public long resume(String host, long journal) {
        return taken.getOrDefault(host, 0L);
    }

    @Override
    public boolean advance(String host, long sequence) {
        return taken.merge(host, sequence, Math::max) == sequence;
    }
}
