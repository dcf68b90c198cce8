package org.droveway.engine.migration.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;
import org.droveway.engine.audit.Action;
import org.droveway.engine.audit.Authorship;
import org.droveway.engine.audit.Fact;
import org.droveway.engine.audit.Outcome;
import org.droveway.engine.audit.store.RationedAudit;
import org.droveway.engine.inventory.ObjectChanged;
import org.droveway.engine.migration.Judgement;
import org.droveway.engine.migration.KnownPath;
import org.droveway.engine.migration.Life;
import org.droveway.engine.migration.ManagementNics;
import org.droveway.engine.migration.Migration;
import org.droveway.engine.migration.MigrationExecutor;
import org.droveway.engine.migration.MigrationListener;
import org.droveway.engine.migration.Plan;
import org.droveway.engine.migration.Reaction;
import org.droveway.engine.migration.Verdict;
import org.droveway.engine.migration.store.EventCursors;
import org.droveway.engine.migration.store.MigrationStore;
import org.droveway.engine.migration.store.Paths;
import org.droveway.protocol.link.MigrationEvent;
import org.droveway.protocol.link.MigrationProgress;
import org.droveway.protocol.observe.PathReport;

/** Works agents' events into the migrations. An event counts once, however often it comes. */
@ApplicationScoped
public class MigrationReports implements MigrationListener {
    private static final Logger LOG = System.getLogger(MigrationReports.class.getName());

    @Inject
    MigrationExecutor executor;

    @Inject
    MigrationStore store;

    @Inject
    EventCursors cursors;

    @Inject
    Paths paths;

    @Inject
    SnapshotReader snapshots;

    @Inject
    ProgressBoard progress;

    @Inject
    Event<ObjectChanged> changes;

    @Inject
    RationedAudit audit;

    void start(@Observes @Initialized(ApplicationScoped.class) Object start) {
        executor.observe(this);
    }

    @Override
    @Transactional
    public void stepped(String reporter, MigrationEvent event) {
        if (!cursors.advance(reporter, event.sequence())) {
            return;
        }
        Optional<Migration> known = store.update(event.migration(), migration -> {
            return isParty(reporter, migration) ? take(migration, event) : refuse(reporter, migration);
        });
        if (known.isEmpty()) {
            LOG.log(Level.WARNING, "host {0} tells of unknown migration {1}", reporter, event.migration());
        }
        if (event.state().isEnd()) {
            progress.forget(event.migration());
        }
    }

    @Override
    public void progressed(MigrationProgress newest) {
        if (progress.put(newest)) {
            changes.fire(new ObjectChanged(
                    ObjectChanged.Kind.MIGRATION, newest.migration().toString()));
        }
    }

    private Migration take(Migration migration, MigrationEvent event) {
        keepPath(migration, event);
        Reaction reaction = Life.take(migration, event, ManagementNics.of(migration.plan(), snapshots.read()));
        if (reaction.effect() == Reaction.Effect.CONTRADICTED) {
            LOG.log(
                    Level.ERROR,
                    "ALARM migration {0} ended {1}, its agent says {2}",
                    migration.id(),
                    migration.state(),
                    event.state());
        }
        if (reaction.effect() == Reaction.Effect.ADVANCED
                && reaction.migration().state().isEnd()) {
            ended(reaction.migration());
        }
        return reaction.migration();
    }

    private void keepPath(Migration migration, MigrationEvent event) {
        PathReport report = event.path();
        Plan plan = migration.plan();
        if (report != null) {
            paths.keep(new KnownPath(plan.from(), plan.to(), migration.id(), event.at(), report));
        }
    }

    private static boolean isParty(String reporter, Migration migration) {
        return reporter.equals(migration.plan().from())
                || reporter.equals(migration.plan().to());
    }

    private Migration refuse(String reporter, Migration migration) {
        LOG.log(Level.ERROR, "ALARM host {0} tells of migration {1}, which is not its own", reporter, migration.id());
        audit.record(new Fact(
                new Authorship(reporter + " (agent)", null, null, null),
                Action.REQUEST,
                "migration " + migration.id(),
                null,
                null,
                Outcome.REFUSED,
                "host " + reporter + " tells of a migration between "
                        + migration.plan().from() + " and " + migration.plan().to()));
        return migration;
    }

    private static void ended(Migration migration) {
        Judgement judgement = migration.judgement();
        if (judgement != null && judgement.verdict() == Verdict.VIOLATES) {
            LOG.log(
                    Level.ERROR,
                    "ALARM migration {0} of VM {1} violates its plan: {2}",
                    migration.id(),
                    migration.plan().vm(),
                    String.join("; ", judgement.reasons()));
        } else {
            LOG.log(
                    Level.INFO,
                    "migration {0} of VM {1} ended {2}, the VM is on host {3}",
                    migration.id(),
                    migration.plan().vm(),
                    migration.state(),
                    migration.vmHost());
        }
    }
}
