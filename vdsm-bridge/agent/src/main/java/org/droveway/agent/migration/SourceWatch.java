package org.droveway.agent.migration;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.droveway.protocol.observe.Observation;
import org.jspecify.annotations.Nullable;

/** Gathers what the source sees of one migration; used by several threads. */
final class SourceWatch implements AutoCloseable {
    private final String host;
    private @Nullable PortWatches kernel;
    private @Nullable Boolean tlsCredentials;
    private @Nullable Instant suspendedAt;
    private @Nullable Instant calledAt;
    private @Nullable Instant returnedAt;
    private PortWatches.Both last = PortWatches.Both.NOTHING;

    SourceWatch(String host) {
        this.host = host;
    }

    synchronized void called(PortWatches watch, Instant at) {
        kernel = watch;
        calledAt = at;
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
        if (kernel != null) {
            kernel.close();
            kernel = null;
        }
    }

    private void look() {
        if (kernel != null) {
            last = kernel.seen();
        }
    }
}
