package org.droveway.agent;

import java.util.ArrayDeque;
import java.util.Deque;

/** Closes what was opened, the last first. */
final class Closing implements AutoCloseable {
    private final Deque<Runnable> actions = new ArrayDeque<>();

    void add(Runnable action) {
        actions.push(action);
    }

    @Override
    public void close() {
        while (!actions.isEmpty()) {
            actions.pop().run();
        }
    }
}
