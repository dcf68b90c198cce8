package org.droveway.engine.agentlink;

import java.util.Set;
import org.droveway.protocol.host.HostReport;
import org.droveway.protocol.link.MigrationEvent;
import org.droveway.protocol.link.MigrationProgress;

/** Told what agents say; for each host one call at a time, in the order of the wire. */
public interface AgentListener {
    /**
     * An agent connected.
     *
     * @param capabilities what it can, by name
     * @param lastSequence newest event in its journal, 0 if none
     * @return newest event of it that is stored: it sends the later ones again
     */
    long greeted(String host, Set<String> capabilities, long lastSequence);

    /** The host's newest state. */
    void reported(HostReport report);

    /** A step of a migration; stored when this returns, so that the agent may forget it. The same one may come again. */
    void stepped(String host, MigrationEvent event);

    /** How far a copy is. */
    void progressed(String host, MigrationProgress progress);

    /** The agent is not connected any more. */
    void lost(String host);
}
