package org.droveway.agent.observation;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.droveway.protocol.observe.NicTraffic;
import org.droveway.protocol.observe.ObservedConnection;
import org.droveway.protocol.observe.StreamSecurity;

/** The parts of an {@link org.droveway.protocol.observe.Observation} that come from the kernel. */
public record Seen(List<ObservedConnection> connections, List<NicTraffic> traffic, StreamSecurity stream) {
    public Seen {
        connections = List.copyOf(connections);
        traffic = List.copyOf(traffic);
        requireNonNull(stream, "stream");
    }
}
