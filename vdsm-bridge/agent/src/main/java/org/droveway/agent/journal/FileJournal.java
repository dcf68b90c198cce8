package org.droveway.agent.journal;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.droveway.agent.store.AppendLog;
import org.droveway.protocol.Json;
import org.droveway.protocol.link.MigrationEvent;

/** The journal in one file: its first line says up to where events were forgotten, then one event a line. */
public final class FileJournal implements Journal, AutoCloseable {
    private static final String FORGOTTEN = "forgotten ";
    /** Rewriting costs two syncs: not for each acknowledgement. */
    private static final int REWRITE_AFTER = 64;

    private final AppendLog log;
    private final NavigableMap<Long, MigrationEvent> events = new TreeMap<>();
    private long last;
    private int forgettable;

    /** Opens or makes the file. */
    public FileJournal(Path file) {
        this.log = new AppendLog(file);
        for (String line : log.linesAtOpening()) {
            if (line.startsWith(FORGOTTEN)) {
                last = Math.max(last, Long.parseLong(line.substring(FORGOTTEN.length())));
            } else {
                MigrationEvent event = read(line);
                events.put(event.sequence(), event);
                last = Math.max(last, event.sequence());
            }
        }
    }

    @Override
    public synchronized MigrationEvent append(Step step) {
        MigrationEvent event = step.numbered(last + 1);
        log.append(write(event));
        last = event.sequence();
        events.put(last, event);
        return event;
    }

    @Override
    public synchronized long lastSequence() {
        return last;
    }

    @Override
    public synchronized List<MigrationEvent> after(long sequence) {
        return List.copyOf(events.tailMap(sequence, false).values());
    }

    @Override
    public synchronized void acknowledge(long sequence) {
        Map<Long, MigrationEvent> stored = events.headMap(sequence, true);
        forgettable += stored.size();
        stored.clear();
        boolean engineKnowsMore = sequence > last;
        if (engineKnowsMore) {
            last = sequence;
        }
        if (engineKnowsMore || forgettable >= REWRITE_AFTER) {
            rewrite();
        }
    }

    private void rewrite() {
        List<String> lines = new ArrayList<>();
        lines.add(FORGOTTEN + (events.isEmpty() ? last : events.firstKey() - 1));
        events.values().forEach(event -> lines.add(write(event)));
        log.rewrite(lines);
        forgettable = 0;
    }

    @Override
    public synchronized void close() {
        log.close();
    }

    private static String write(MigrationEvent event) {
        try {
            return Json.mapper().writeValueAsString(event);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot write event " + event, e);
        }
    }

    private static MigrationEvent read(String line) {
        try {
            return Json.mapper().readValue(line, MigrationEvent.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the journal has a sound line that is not an event: " + line, e);
        }
    }
}
