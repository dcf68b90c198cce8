package org.droveway.engine.scheduling;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.droveway.engine.inventory.Host;
import org.droveway.protocol.Refusal;
import org.droveway.protocol.RefusalCode;

/** The host's agent knows all that the migration needs: what it does not know it would leave out without a word. */
public final class CapabilityFilter {
    private CapabilityFilter() {}

    static Optional<Refusal> knows(Host host, Placement placement) {
        return missing(host.name(), host.capabilities(), placement.needs());
    }

    /** The reason against a migration that needs these, from or to a host whose agent has those; names all that it lacks. */
    public static Optional<Refusal> missing(String host, Set<String> has, Set<String> needs) {
        Set<String> missing = new TreeSet<>(needs);
        missing.removeAll(has);
        if (missing.isEmpty()) {
            return Optional.empty();
        }
        String names = String.join(", ", missing);
        return Optional.of(Refusal.of(
                RefusalCode.CAPABILITY_MISSING,
                "host " + host,
                "its agent does not know " + names,
                names + " on both hosts",
                "upgrade the agent of host " + host + ", or leave out what needs " + names));
    }
}
