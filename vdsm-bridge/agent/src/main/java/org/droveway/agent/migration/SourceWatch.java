package org.droveway.agent.migration;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.droveway.protocol.observe.Observation;
import org.jspecify.annotations.Nullable;

/** Gathers what the source sees of one migration; used by several threads. */
final class SourceWatch implements AutoCloseable {
    private final String host;
    private final WatchedPorts kernel = new WatchedPorts();
    private @Nullable Boolean tlsCredentials;
    private @Nullable Instant suspendedAt;
    private @Nullable Instant calledAt;
    private @Nullable Instant returnedAt;
    private boolean closed;
    private PortWatches.Both last = PortWatches.Both.NOTHING;

    SourceWatch(String host) {
        this.host = host;
    }

    /** Called again when post-copy goes on. */
    synchronized void called(PortWatches watch, Instant at) {
        kernel.add(watch);
        calledAt = calledAt == null ? at : calledAt;
    }

    synchronized void returned(Instant at) {
        returnedAt = at;
    }

    /** Keeps what the kernel says now: its sockets go soon. */
    synchronized void keep() {
        look();
    }

    synchronized void suspended(Instant at) {
        suspendedAt = at;
    }

    synchronized void tls(@Nullable Boolean credentials) {
        tlsCredentials = credentials;
    }

    synchronized boolean asked() {
        return tlsCredentials != null;
    }

    /** Empty when nothing was ever copied. */
    synchronized List<Observation> observations() {
        if (calledAt == null) {
            return List.of();
        }
        look();
        Long callMs = returnedAt == null
                ? null
                : Duration.between(calledAt, returnedAt).toMillis();
        return List.of(new Observation(
                host,
                last.all().connections(),
                last.all().traffic(),
                last.all().stream(),
                last.disks(),
                tlsCredentials,
                List.of(),
                suspendedAt,
                null,
                callMs,
                // Only the destination keeps libvirt's statistics of a migration that succeeded.
                null));
    }

    @Override
    public synchronized void close() {
        closed = true;
        kernel.close();
    }

    private void look() {
        if (!closed) {
            last = kernel.seen();
        }
    }
}
