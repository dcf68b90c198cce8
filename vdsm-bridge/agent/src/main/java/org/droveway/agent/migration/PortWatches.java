package org.droveway.agent.migration;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.droveway.agent.observation.End;
import org.droveway.agent.observation.MigrationObserver;
import org.droveway.agent.observation.MigrationWatch;
import org.droveway.agent.observation.Seen;
import org.droveway.agent.observation.Way;
import org.droveway.protocol.observe.ObservedConnection;
import org.droveway.protocol.observe.StreamSecurity;
import org.droveway.protocol.permit.Permit;
import org.jspecify.annotations.Nullable;

/** What the kernel shows of a migration's ports, memory's and disks'. */
final class PortWatches implements AutoCloseable {
    private final Ports ports;
    private final Map<Integer, MigrationWatch> watches;

    private PortWatches(Ports ports, Map<Integer, MigrationWatch> watches) {
        this.ports = ports;
        this.watches = watches;
    }

    /** Begins to watch every port; call it after the nonce and just before the copy. */
    static PortWatches begin(MigrationObserver observer, Permit permit, Ports ports, End end) {
        PortWatches begun = new PortWatches(ports, new LinkedHashMap<>());
        boolean whole = false;
        try {
            for (int port : ports.leased()) {
                Way way = new Way(
                        Addresses.numeric(permit.sourceAddress()),
                        Addresses.numeric(permit.destinationAddress()),
                        port);
                begun.watches.put(port, observer.watch(way, end));
            }
            whole = true;
            return begun;
        } finally {
            if (!whole) {
                begun.close();
            }
        }
    }

    /** How many connections were seen to the port until now. */
    int connections(int port) {
        MigrationWatch watch = watches.get(port);
        return watch == null ? 0 : watch.connections().size();
    }

    /** What was seen until now. */
    Both seen() {
        List<ObservedConnection> connections = new ArrayList<>();
        Seen memory = null;
        StreamSecurity disks = null;
        for (Map.Entry<Integer, MigrationWatch> watch : watches.entrySet()) {
            Seen seen = watch.getValue().seen();
            connections.addAll(seen.connections());
            if (watch.getKey().equals(ports.disks())) {
                disks = seen.stream();
            } else {
                memory = seen;
            }
        }
        return memory == null
                ? Both.NOTHING
                : new Both(new Seen(connections, memory.traffic(), memory.stream()), disks);
    }

    @Override
    public void close() {
        watches.values().forEach(MigrationWatch::close);
    }

    /**
     * What was seen of both ports.
     *
     * @param all connections to either port, the hosts' traffic, and the memory's stream
     * @param disks the disks' stream; null when none are copied
     */
    record Both(Seen all, @Nullable StreamSecurity disks) {
        static final Both NOTHING = new Both(new Seen(List.of(), List.of(), StreamSecurity.UNKNOWN), null);
    }
}
