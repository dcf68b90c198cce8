package org.droveway.engine.migration;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.droveway.engine.inventory.Words;
import org.droveway.protocol.MigrationState;
import org.droveway.protocol.Refusal;
import org.droveway.protocol.link.MigrationEvent;
import org.droveway.protocol.observe.Observation;
import org.jspecify.annotations.Nullable;

/** A migration's record while one event is worked into it. */
final class MigrationDraft {
    private final Migration before;
    private MigrationState state;
    private @Nullable String vmHost;
    private final List<MigrationStep> steps;
    private final List<Observation> observed;
    private List<Refusal> refusals;
    private @Nullable String error;
    private @Nullable Instant endedAt;

    MigrationDraft(Migration before) {
        this.before = before;
        this.state = before.state();
        this.vmHost = before.vmHost();
        this.steps = new ArrayList<>(before.steps());
        this.observed = new ArrayList<>(before.observed());
        this.refusals = before.refusals();
        this.error = before.error();
        this.endedAt = before.endedAt();
    }

    /** Whether the event tells nothing new: it came before, or says what the engine itself has written down first. */
    boolean knows(MigrationEvent event) {
        return steps.stream()
                .filter(step -> step.state() == event.state())
                .anyMatch(step -> step.at().equals(event.at()) || event.state() == MigrationState.CANCELLING);
    }

    /** With a newer state comes the newer observation of a host. */
    void observeAnew(List<Observation> seen) {
        for (Observation observation : seen) {
            observed.removeIf(o -> o.host().equals(observation.host()));
            observed.add(observation);
        }
    }

    /** A late event only fills gaps. */
    void observeMissing(List<Observation> seen) {
        for (Observation observation : seen) {
            if (observed.stream().noneMatch(o -> o.host().equals(observation.host()))) {
                observed.add(observation);
            }
        }
    }

    void record(MigrationEvent event) {
        steps.add(new MigrationStep(event.state(), event.at(), event.detail()));
    }

    void advance(
            MigrationState next, Instant at, @Nullable String host, @Nullable String detail, List<Refusal> reasons) {
        steps.add(new MigrationStep(next, at, detail));
        vmHost = host == null ? impliedHost(next) : host;
        state = next;
        if (!reasons.isEmpty()) {
            refusals = reasons;
        }
        if (next == MigrationState.FAILED || next == MigrationState.NEEDS_ATTENTION) {
            error = detail == null ? Words.of(next) : detail;
        }
        endedAt = next.isEnd() ? at : null;
    }

    /** Until the switch-over the VM is where it was, and two of the ends leave no doubt; else only an agent can say. */
    private @Nullable String impliedHost(MigrationState next) {
        return switch (next) {
            case COMPLETED -> before.plan().to();
            case REFUSED -> before.plan().from();
            case NEEDS_ATTENTION, FAILED, CANCELLED, CLOSING -> vmHost;
            default -> Transitions.rank(next) < Transitions.rank(MigrationState.SWITCHOVER) ? vmHost : null;
        };
    }

    Migration finish(ManagementNics management) {
        return new Migration(
                before.id(),
                before.plan(),
                before.cluster(),
                before.requestedBy(),
                before.requestedAt(),
                state,
                vmHost,
                steps,
                observed,
                judgement(management),
                refusals,
                error,
                endedAt);
    }

    private @Nullable Judgement judgement(ManagementNics management) {
        if (state != MigrationState.COMPLETED) {
            return null;
        }
        boolean known = before.judgement() != null && before.observed().equals(observed);
        return known ? before.judgement() : Judge.judge(before.plan(), management, observed);
    }
}
