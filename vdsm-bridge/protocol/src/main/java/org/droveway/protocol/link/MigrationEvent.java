package org.droveway.protocol.link;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.droveway.protocol.MigrationState;
import org.droveway.protocol.Refusal;
import org.droveway.protocol.observe.Observation;
import org.droveway.protocol.observe.PathReport;
import org.jspecify.annotations.Nullable;

/**
 * A step of a migration as its agent saw it; persisted in the agent's journal before it is sent.
 *
 * @param sequence grows by one for each event of an agent, from 1
 * @param vmHost where the VM is after this step; null while that is not settled
 * @param detail a sentence for people; null when the state says it all
 * @param refusals with REFUSED and FAILED: every reason
 * @param observations with CLOSING and every end after COPYING: what source and destination agent saw
 * @param path with COPYING: what was found about the way; null if the destination agent answers no questions about it
 */
public record MigrationEvent(
        long sequence,
        UUID migration,
        Instant at,
        MigrationState state,
        @Nullable String vmHost,
        @Nullable String detail,
        List<Refusal> refusals,
        List<Observation> observations,
        @Nullable PathReport path) {
    public MigrationEvent {
        requireNonNull(migration, "migration");
        requireNonNull(at, "at");
        requireNonNull(state, "state");
        refusals = List.copyOf(refusals);
        observations = List.copyOf(observations);
    }

    /** A step that says nothing about the way. */
    public MigrationEvent(
            long sequence,
            UUID migration,
            Instant at,
            MigrationState state,
            @Nullable String vmHost,
            @Nullable String detail,
            List<Refusal> refusals,
            List<Observation> observations) {
        this(sequence, migration, at, state, vmHost, detail, refusals, observations, null);
    }
}
