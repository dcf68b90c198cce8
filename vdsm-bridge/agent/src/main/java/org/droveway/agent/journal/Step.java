package org.droveway.agent.journal;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.droveway.protocol.MigrationState;
import org.droveway.protocol.Refusal;
import org.droveway.protocol.link.MigrationEvent;
import org.droveway.protocol.observe.Observation;
import org.droveway.protocol.observe.PathReport;
import org.jspecify.annotations.Nullable;

/** A {@link MigrationEvent} before the journal gives it a sequence; the fields are the event's. */
public record Step(
        UUID migration,
        Instant at,
        MigrationState state,
        @Nullable String vmHost,
        @Nullable String detail,
        List<Refusal> refusals,
        List<Observation> observations,
        @Nullable PathReport path) {
    public Step {
        requireNonNull(migration, "migration");
        requireNonNull(at, "at");
        requireNonNull(state, "state");
        refusals = List.copyOf(refusals);
        observations = List.copyOf(observations);
    }

    /** A step that says nothing about the way. */
    public Step(
            UUID migration,
            Instant at,
            MigrationState state,
            @Nullable String vmHost,
            @Nullable String detail,
            List<Refusal> refusals,
            List<Observation> observations) {
        this(migration, at, state, vmHost, detail, refusals, observations, null);
    }

    /** The event. */
    public MigrationEvent numbered(long sequence) {
        return new MigrationEvent(sequence, migration, at, state, vmHost, detail, refusals, observations, path);
    }
}
