package org.droveway.engine.platform.memory;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.LongFunction;
import org.droveway.engine.inventory.Subscription;
import org.droveway.engine.migration.MigrationListener;
import org.droveway.protocol.link.MigrationEvent;

/** Gives every listener every event, in order, until the listener takes it. Used by one thread only. */
final class MemoryOutbox {
    private static final Logger LOG = System.getLogger(MemoryOutbox.class.getName());

    private record Letter(String reporter, MigrationEvent event) {}

    private final Executor thread;
    private final Executor later;
    private final Map<MigrationListener, Deque<Letter>> letters = new LinkedHashMap<>();
    private final Map<String, Long> sequences = new HashMap<>();

    MemoryOutbox(Executor thread) {
        this.thread = thread;
        this.later = CompletableFuture.delayedExecutor(5, TimeUnit.MILLISECONDS, thread);
    }

    synchronized Subscription add(MigrationListener listener) {
        letters.put(listener, new ArrayDeque<>());
        return () -> remove(listener);
    }

    private synchronized void remove(MigrationListener listener) {
        letters.remove(listener);
    }

    synchronized void send(String reporter, LongFunction<MigrationEvent> event) {
        Letter letter = new Letter(reporter, event.apply(sequences.merge(reporter, 1L, Long::sum)));
        letters.values().forEach(queue -> queue.add(letter));
        thread.execute(this::deliver);
    }

    private synchronized void deliver() {
        letters.forEach(this::deliverTo);
    }

    private void deliverTo(MigrationListener listener, Deque<Letter> queue) {
        Iterator<Letter> waiting = queue.iterator();
        while (waiting.hasNext()) {
            Letter letter = waiting.next();
            try {
                listener.stepped(letter.reporter(), letter.event());
            } catch (RuntimeException e) {
                LOG.log(Level.DEBUG, "a listener did not take " + letter.event(), e);
                later.execute(this::deliver);
                return;
            }
            waiting.remove();
        }
    }
}
