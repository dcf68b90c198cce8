package org.droveway.agent.migration;

import java.util.concurrent.CountDownLatch;
import org.droveway.agent.libvirt.GuestProcess;

/** A guest's process that ends when the test says so. */
final class FakeGuest implements GuestProcess {
    static final long PID = 4711;

    private final CountDownLatch over = new CountDownLatch(1);
    private volatile boolean ended;
    private volatile boolean known = true;

    /** From now on nobody finds the process. */
    void vanish() {
        known = false;
    }

    boolean isKnown() {
        return known;
    }

    void end() {
        ended = true;
        over.countDown();
    }

    @Override
    public long pid() {
        return PID;
    }

    @Override
    public boolean awaitEnd() {
        try {
            over.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return ended;
    }

    @Override
    public void close() {
        over.countDown();
    }
}
