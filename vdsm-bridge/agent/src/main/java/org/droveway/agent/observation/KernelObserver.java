package org.droveway.agent.observation;

import static java.util.Objects.requireNonNull;

import java.net.InetAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.droveway.agent.firewall.Streams;

/** Observes with sockets, interface counters and nftables. */
public final class KernelObserver implements MigrationObserver {
    private static final long POLL_MS = 100;

    private final Streams streams;
    private final KernelInterfaces interfaces;
    private final SocketTable sockets;
    private final ScheduledExecutorService timer;
    private final List<Way> ways = new CopyOnWriteArrayList<>();

    /** @param timer on which sockets are looked at; not closed by the observer */
    public KernelObserver(Streams streams, KernelInterfaces interfaces, ScheduledExecutorService timer) {
        this(streams, interfaces, SocketTable::ofKernel, timer);
    }

    KernelObserver(Streams streams, KernelInterfaces interfaces, SocketTable sockets, ScheduledExecutorService timer) {
        this.streams = requireNonNull(streams, "streams");
        this.interfaces = requireNonNull(interfaces, "interfaces");
        this.sockets = requireNonNull(sockets, "sockets");
        this.timer = requireNonNull(timer, "timer");
    }

    @Override
    public MigrationWatch watch(Way way, End end) {
        streams.watch(way.port());
        KernelWatch watch = new KernelWatch(way, end, streams, interfaces, sockets, address -> isOfOther(way, address));
        ways.add(way);
        ScheduledFuture<?> polling = timer.scheduleWithFixedDelay(watch::poll, 0, POLL_MS, TimeUnit.MILLISECONDS);
        watch.onClose(() -> {
            polling.cancel(false);
            ways.remove(way);
        });
        return watch;
    }

    private boolean isOfOther(Way way, InetAddress address) {
        return !address.equals(way.destination())
                && ways.stream()
                        .anyMatch(other -> other.port() == way.port()
                                && other.destination().equals(address));
    }
}
