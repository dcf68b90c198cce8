package org.droveway.engine.migration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.droveway.protocol.MigrationState;
import org.droveway.protocol.link.MigrationEvent;
import org.droveway.protocol.link.MigrationProgress;

/** A listener that keeps what it hears, and can be waited for. */
final class EventRecorder implements MigrationListener {
    /** An event with the host that reported it. */
    record Heard(String reporter, MigrationEvent event) {}

    private final BlockingQueue<Heard> heard = new LinkedBlockingQueue<>();
    private final List<Heard> taken = new ArrayList<>();

    @Override
    public void stepped(String reporter, MigrationEvent event) {
        heard.add(new Heard(reporter, event));
    }

    @Override
    public void progressed(MigrationProgress progress) {
        assertThat(progress.totalBytes()).isNotNegative();
    }

    /** Everything up to and with the first event of this state. */
    List<Heard> until(MigrationState state) {
        try {
            while (true) {
                Heard next = heard.poll(10, TimeUnit.SECONDS);
                assertThat(next)
                        .as("event %s within 10 s; so far %s", state, taken)
                        .isNotNull();
                taken.add(next);
                if (next.event().state() == state) {
                    return List.copyOf(taken);
                }
            }
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    boolean heardNothing() {
        return heard.isEmpty() && taken.isEmpty();
    }
}
