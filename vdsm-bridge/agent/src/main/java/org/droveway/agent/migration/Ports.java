package org.droveway.agent.migration;

import java.util.List;
import org.droveway.agent.negotiation.RefusedException;
import org.droveway.protocol.MigrationParameters;
import org.droveway.protocol.peer.PeerResponse;
import org.jspecify.annotations.Nullable;

/**
 * The leased ports of a migration.
 *
 * @param memory null in a dry run
 * @param disks null in a dry run, and when no disk is copied
 */
record Ports(@Nullable Integer memory, @Nullable Integer disks) {
    /** Of a dry run, which leases nothing. */
    static final Ports NONE = new Ports(null, null);

    /**
     * What the destination leased.
     *
     * @throws RefusedException if it leased less than it agreed to
     */
    static Ports of(PeerResponse.Accept accept) throws RefusedException {
        Ports ports = new Ports(accept.memoryPort(), accept.disksPort());
        if (accept.lease() == null
                || ports.leased().size() != accept.parameters().ports()) {
            throw new RefusedException(Reported.unexpected(accept));
        }
        return ports;
    }

    /** As a URI has it; in a dry run a word in its place. */
    String memoryText() {
        return memory == null ? "PORT" : memory.toString();
    }

    /** As a URI has it; in a dry run a word in its place. */
    String disksText() {
        return disks == null ? "DISKS_PORT" : disks.toString();
    }

    /** Those that are leased, memory's first. */
    List<Integer> leased() {
        if (memory == null) {
            return List.of();
        }
        return disks == null ? List.of(memory) : List.of(memory, disks);
    }

    /** How many connections there are to the port once all channels of a migration are established. */
    int channels(int port, MigrationParameters parameters) {
        if (disks != null && port == disks) {
            return parameters.copiedDisks().size();
        }
        return 1 + (parameters.parallelConnections() == null ? 0 : parameters.parallelConnections());
    }
}
