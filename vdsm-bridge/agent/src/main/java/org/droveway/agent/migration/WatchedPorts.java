package org.droveway.agent.migration;

import java.util.ArrayList;
import java.util.List;
import org.droveway.agent.observation.Seen;
import org.droveway.protocol.observe.ObservedConnection;
import org.droveway.protocol.observe.StreamSecurity;

/** What the kernel shows of a migration, also of one that went on over other ports. Not thread-safe. */
final class WatchedPorts implements AutoCloseable {
    private final List<PortWatches> watches = new ArrayList<>();

    /** Other ports from now on; the earlier ones are watched as well. */
    void add(PortWatches watch) {
        watches.add(watch);
    }

    /** Everything that the other had, which has nothing any more. */
    void takeOver(WatchedPorts other) {
        watches.addAll(other.watches);
        other.watches.clear();
    }

    /** How many connections were seen to the port. */
    int connections(int port) {
        return watches.stream().mapToInt(watch -> watch.connections(port)).sum();
    }

    /** What was seen until now. */
    PortWatches.Both seen() {
        return watches.stream()
                .map(PortWatches::seen)
                .reduce(WatchedPorts::joined)
                .orElse(PortWatches.Both.NOTHING);
    }

    @Override
    public void close() {
        watches.forEach(PortWatches::close);
        watches.clear();
    }

    /** The traffic of the hosts has been counted since the first began. */
    private static PortWatches.Both joined(PortWatches.Both before, PortWatches.Both after) {
        List<ObservedConnection> all = new ArrayList<>(before.all().connections());
        all.addAll(after.all().connections());
        boolean again = !after.all().connections().isEmpty();
        StreamSecurity stream = again ? weaker(before.all().stream(), after.all().stream()) : before.all().stream();
        return new PortWatches.Both(new Seen(all, before.all().traffic(), stream), before.disks());
    }

    private static StreamSecurity weaker(StreamSecurity one, StreamSecurity other) {
        if (one == StreamSecurity.PLAIN || other == StreamSecurity.PLAIN) {
            return StreamSecurity.PLAIN;
        }
        return one == other ? one : StreamSecurity.UNKNOWN;
    }
}
