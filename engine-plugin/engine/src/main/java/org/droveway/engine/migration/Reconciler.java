package org.droveway.engine.migration;

import java.util.List;
import java.util.Optional;
import org.droveway.protocol.MigrationState;

/**
 * Decides about unfinished migrations (rules 8 and 10): the agents carry a migration to its end without the engine and report
 * it later, so the engine waits for them, and ends only what no agent ever began or what nobody is left to tell of.
 */
public final class Reconciler {
    private Reconciler() {}

    /** The decision; with other witnesses it may be another. */
    public static Reconciliation decide(Migration migration, Witnesses witnesses) {
        if (migration.state().isEnd()) {
            return new Reconciliation.Settled();
        }
        String source = migration.plan().from();
        if (!witnesses.sourceThere()) {
            return new Reconciliation.End(
                    MigrationState.NEEDS_ATTENTION,
                    onlyHost(witnesses.runningOn()),
                    "host " + source + " was removed before the migration ended; last known state " + migration.state()
                            + ", " + where(witnesses));
        }
        if (!witnesses.sourceCaughtUp()) {
            return new Reconciliation.Wait("the agent of host " + source + " connects and tells");
        }
        if (Transitions.rank(migration.state()) >= Transitions.rank(MigrationState.NEGOTIATED)) {
            return new Reconciliation.Wait("the agent of host " + source + " carries it to its end");
        }
        return neverBegun(migration, witnesses);
    }

    /** The agent has told everything, and it did not begin; once the permit has run out it never will. */
    private static Reconciliation neverBegun(Migration migration, Witnesses witnesses) {
        String source = migration.plan().from();
        if (!witnesses.now().isAfter(witnesses.permitExpiresAt())) {
            return new Reconciliation.Wait("the agent of host " + source + " begins, or the permit runs out at "
                    + witnesses.permitExpiresAt());
        }
        if (witnesses.runningOn().equals(List.of(source))) {
            return new Reconciliation.End(
                    MigrationState.FAILED,
                    Optional.of(source),
                    "the order did not reach the agent of host " + source
                            + " before the permit ran out; nothing was changed");
        }
        return new Reconciliation.End(
                MigrationState.NEEDS_ATTENTION,
                onlyHost(witnesses.runningOn()),
                "the agent of host " + source + " never began the migration, and " + where(witnesses));
    }

    private static Optional<String> onlyHost(List<String> hosts) {
        return hosts.size() == 1 ? Optional.of(hosts.get(0)) : Optional.empty();
    }

    private static String where(Witnesses witnesses) {
        String running = witnesses.runningOn().isEmpty()
                ? "no host reports the VM as running"
                : "the VM runs on " + String.join(" and ", witnesses.runningOn());
        return witnesses.reportedOn().equals(witnesses.runningOn())
                ? running
                : running + " (reported by " + String.join(", ", witnesses.reportedOn()) + ")";
    }
}
