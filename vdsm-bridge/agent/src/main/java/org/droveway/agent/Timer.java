package org.droveway.agent;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** One thread that does a few things again and again; a failure is logged and the thing tried again the next time. */
final class Timer implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(Timer.class.getName());

    private final String name;
    private final ScheduledExecutorService thread;

    Timer(String name) {
        this.name = name;
        this.thread = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread thread = new Thread(work, name);
            thread.setDaemon(true);
            return thread;
        });
    }

    /** For parts that schedule for themselves. */
    ScheduledExecutorService executor() {
        return thread;
    }

    void every(Duration pause, Runnable task) {
        Future<?> unused = thread.scheduleWithFixedDelay(() -> guard(task), 0, pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void guard(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.ERROR, () -> name + " failed; it is tried again", e);
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
