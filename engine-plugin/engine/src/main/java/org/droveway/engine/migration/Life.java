package org.droveway.engine.migration;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.droveway.protocol.MigrationState;
import org.droveway.protocol.Refusal;
import org.droveway.protocol.link.MigrationEvent;
import org.jspecify.annotations.Nullable;

/**
 * How events change a migration's record. Events may repeat, come late or out of order: the outcome is the same, because a
 * state only goes forward and what is known already changes nothing.
 */
public final class Life {
    private Life() {}

    /**
     * Takes in an event of an agent.
     *
     * @param management to judge by when this completes the migration
     */
    public static Reaction take(Migration migration, MigrationEvent event, ManagementNics management) {
        if (!event.migration().equals(migration.id())) {
            throw new IllegalArgumentException("event of migration " + event.migration() + " for " + migration.id());
        }
        MigrationDraft draft = new MigrationDraft(migration);
        if (draft.knows(event)) {
            return new Reaction(migration, Reaction.Effect.REPEATED);
        }
        if (Transitions.allowed(migration.state(), event.state())) {
            draft.observeAnew(event.observations());
            draft.advance(event.state(), event.at(), event.vmHost(), event.detail(), event.refusals());
            return new Reaction(draft.finish(management), Reaction.Effect.ADVANCED);
        }
        draft.observeMissing(event.observations());
        if (event.state().isEnd() && !migration.state().isEnd()) {
            String detail = impossible(migration, event);
            draft.record(event);
            draft.advance(MigrationState.NEEDS_ATTENTION, event.at(), event.vmHost(), detail, event.refusals());
            return new Reaction(draft.finish(management), Reaction.Effect.ADVANCED);
        }
        draft.record(event);
        boolean contradicts = event.state().isEnd() && event.state() != migration.state();
        return new Reaction(
                draft.finish(management), contradicts ? Reaction.Effect.CONTRADICTED : Reaction.Effect.RECORDED);
    }

    private static String impossible(Migration migration, MigrationEvent event) {
        String detail = event.detail();
        return "the agent says " + event.state() + " after " + migration.state()
                + (detail == null ? "" : ": " + detail);
    }

    /**
     * What the engine itself decides: a refusal before the executor had it, a cancellation asked for, an end found by
     * reconciliation.
     *
     * @throws IllegalStateException if the state may not follow the migration's
     */
    public static Migration advance(
            Migration migration,
            MigrationState state,
            Instant at,
            @Nullable String vmHost,
            @Nullable String detail,
            List<Refusal> refusals) {
        if (!Transitions.allowed(migration.state(), state)) {
            throw new IllegalStateException(
                    "migration " + migration.id() + " is " + migration.state() + ", cannot become " + state);
        }
        MigrationDraft draft = new MigrationDraft(migration);
        draft.advance(state, at, vmHost, detail, refusals);
        return draft.finish(new ManagementNics(null, null));
    }

    /** Whether it makes sense to ask for a cancellation: not after the switch-over began. */
    public static boolean canCancel(Migration migration) {
        return Transitions.allowed(migration.state(), MigrationState.CANCELLING);
    }

    /** Why it is too late for a cancellation, for people; empty if it is not. */
    public static Optional<String> tooLateToCancel(Migration migration) {
        return switch (migration.state()) {
            case REQUESTED, QUEUED, PLANNED, NEGOTIATED, PINHOLE_OPEN, COPYING, CANCELLING -> Optional.empty();
            case SWITCHOVER ->
                Optional.of("it is SWITCHOVER: the VM stands still until it is known on which host it goes on");
            case POSTCOPY, POSTCOPY_PAUSED ->
                Optional.of("it is " + migration.state() + ": the VM runs on host "
                        + migration.plan().to() + " and needs the rest of its memory from host "
                        + migration.plan().from());
            case CLOSING -> Optional.of("it is CLOSING: it has come to its end already");
            case COMPLETED, REFUSED, CANCELLED, FAILED, NEEDS_ATTENTION ->
                Optional.of("it has ended " + migration.state());
        };
    }
}
