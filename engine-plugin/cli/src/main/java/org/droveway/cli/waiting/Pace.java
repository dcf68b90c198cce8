package org.droveway.cli.waiting;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Time, as far as waiting needs it. */
public interface Pace {
    /** The moment. */
    Instant now();

    /** Lets some time go by. */
    void pause(Duration duration) throws InterruptedException;

    /** The machine's clock. */
    static Pace ofMachine() {
        return new Pace() {
            private final CountDownLatch never = new CountDownLatch(1);

            @Override
            public Instant now() {
                return Instant.now();
            }

            @Override
            public void pause(Duration duration) throws InterruptedException {
                if (never.await(duration.toMillis(), TimeUnit.MILLISECONDS)) {
                    throw new IllegalStateException("nobody counts this down");
                }
            }
        };
    }
}
