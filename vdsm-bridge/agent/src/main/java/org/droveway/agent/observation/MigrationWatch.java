package org.droveway.agent.observation;

import java.util.List;
import org.droveway.protocol.observe.ObservedConnection;

/** One migration being watched. */
public interface MigrationWatch extends AutoCloseable {
    /** Connections seen until now on the migration's port, on whichever interface they are. */
    List<ObservedConnection> connections();

    /** What was seen until now; may be asked more than once. */
    Seen seen();

    /** Stops watching and takes the stream's counters away. */
    @Override
    void close();
}
