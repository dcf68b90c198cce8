package org.droveway.agent.observation;

import java.net.InetAddress;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.droveway.agent.firewall.FirewallException;
import org.droveway.agent.firewall.Streams;
import org.droveway.protocol.AddressText;
import org.droveway.protocol.host.Nic;
import org.droveway.protocol.observe.NicTraffic;
import org.droveway.protocol.observe.ObservedConnection;
import org.droveway.protocol.observe.StreamSecurity;
import org.jspecify.annotations.Nullable;

/** Remembers every connection that was there at one of its looks. */
final class KernelWatch implements MigrationWatch {
    private static final System.Logger LOG = System.getLogger(KernelWatch.class.getName());

    private final Way way;
    private final End end;
    private final Streams streams;
    private final KernelInterfaces interfaces;
    private final SocketTable sockets;
    private final Predicate<InetAddress> isOfOther;
    private final Map<Integer, Link> before;
    private final Set<Ends> old;
    private final Map<Ends, ObservedConnection> seen = new LinkedHashMap<>();
    private Runnable onClose = () -> {};
    private boolean closed;

    private record Ends(InetAddress local, int localPort, InetAddress remote, int remotePort) {}

    /** @param isOfOther whether another migration to the same port number of another host goes to the address */
    KernelWatch(
            Way way,
            End end,
            Streams streams,
            KernelInterfaces interfaces,
            SocketTable sockets,
            Predicate<InetAddress> isOfOther) {
        this.way = way;
        this.end = end;
        this.streams = streams;
        this.interfaces = interfaces;
        this.sockets = sockets;
        this.isOfOther = isOfOther;
        this.before = interfaces.links().stream().collect(Collectors.toMap(Link::index, link -> link));
        this.old = sockets().stream().map(KernelWatch::ends).collect(Collectors.toSet());
    }

    synchronized void onClose(Runnable action) {
        onClose = action;
    }

    synchronized void poll() {
        if (closed) {
            return;
        }
        for (TcpSocket socket : sockets()) {
            Ends ends = ends(socket);
            if (!old.contains(ends)) {
                seen.put(ends, observed(socket));
            }
        }
    }

    /** By port, whatever the address: a connection on the wrong interface is what must not be missed. */
    private List<TcpSocket> sockets() {
        Predicate<TcpSocket> ours = end == End.DESTINATION
                ? socket -> socket.localPort() == way.port()
                : socket -> socket.remotePort() == way.port() && !isOfOther.test(socket.remote());
        return sockets.list().stream().filter(TcpSocket::connected).filter(ours).toList();
    }

    private static Ends ends(TcpSocket socket) {
        return new Ends(socket.local(), socket.localPort(), socket.remote(), socket.remotePort());
    }

    private ObservedConnection observed(TcpSocket socket) {
        ObservedConnection known = seen.get(ends(socket));
        String local = AddressText.of(socket.local().getAddress());
        return new ObservedConnection(
                local,
                socket.localPort(),
                AddressText.of(socket.remote().getAddress()),
                socket.remotePort(),
                known == null ? nic(local) : known.nic(),
                known == null ? socket.sentBytes() : later(known.sentBytes(), socket.sentBytes()),
                known == null ? socket.receivedBytes() : later(known.receivedBytes(), socket.receivedBytes()));
    }

    /** A look that could not count takes nothing away from one that did. */
    private static @Nullable Long later(@Nullable Long before, @Nullable Long now) {
        return now == null ? before : now;
    }

    private String nic(String address) {
        return interfaces.list().stream()
                .filter(nic -> nic.addresses().stream()
                        .anyMatch(candidate -> candidate.address().equals(address)))
                .map(Nic::name)
                .findFirst()
                .orElse("unknown");
    }

    @Override
    public synchronized List<ObservedConnection> connections() {
        poll();
        return List.copyOf(seen.values());
    }

    @Override
    public synchronized Seen seen() {
        poll();
        return new Seen(List.copyOf(seen.values()), traffic(), security());
    }

    private List<NicTraffic> traffic() {
        return interfaces.links().stream()
                .filter(link -> !link.loopback() && before.containsKey(link.index()))
                .map(link -> new NicTraffic(
                        link.name(),
                        link.receivedBytes() - before.get(link.index()).receivedBytes(),
                        link.sentBytes() - before.get(link.index()).sentBytes()))
                .toList();
    }

    private StreamSecurity security() {
        Set<Integer> sourcePorts = seen.keySet().stream()
                .map(ends -> end == End.DESTINATION ? ends.remotePort() : ends.localPort())
                .collect(Collectors.toSet());
        try {
            return streams.seen(way.port(), sourcePorts);
        } catch (FirewallException e) {
            LOG.log(System.Logger.Level.WARNING, "the first bytes of the stream cannot be read", e);
            return StreamSecurity.UNKNOWN;
        }
    }

    @Override
    public synchronized void close() {
        if (!closed) {
            closed = true;
            onClose.run();
            streams.forget(way.port());
        }
    }
}
