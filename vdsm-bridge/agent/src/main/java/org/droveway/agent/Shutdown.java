package org.droveway.agent;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Turns SIGTERM and SIGINT into a latch, and holds the JVM until everything is closed. */
final class Shutdown implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 10;

    private final CountDownLatch told = new CountDownLatch(1);
    private final CountDownLatch closed = new CountDownLatch(1);

    private Shutdown() {}

    static Shutdown onSignal() {
        Shutdown shutdown = new Shutdown();
        Runtime.getRuntime().addShutdownHook(new Thread(shutdown::stop, "shutdown"));
        return shutdown;
    }

    /** Reaches zero when the agent is to stop. */
    CountDownLatch latch() {
        return told;
    }

    private void stop() {
        told.countDown();
        try {
            if (!closed.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                System.getLogger(Shutdown.class.getName())
                        .log(
                                System.Logger.Level.WARNING,
                                "not everything could be closed in time; leaving all the same");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closed.countDown();
    }
}
