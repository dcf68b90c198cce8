package org.droveway.agent.migration;

import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.droveway.agent.journal.Step;
import org.droveway.protocol.MigrationState;
import org.droveway.protocol.Refusal;
import org.droveway.protocol.RefusalCode;
import org.droveway.protocol.observe.Observation;
import org.droveway.protocol.observe.PathReport;
import org.droveway.protocol.permit.Permit;
import org.jspecify.annotations.Nullable;

/** Publishes a migration's steps. */
final class SourceTeller {
    private static final System.Logger LOG = System.getLogger(SourceTeller.class.getName());

    private final SourceParts parts;
    private final Permit permit;
    private final SourceWatch watch;
    private final Supplier<@Nullable PathReport> path;

    SourceTeller(SourceParts parts, Permit permit, SourceWatch watch, Supplier<@Nullable PathReport> path) {
        this.parts = parts;
        this.permit = permit;
        this.watch = watch;
        this.path = path;
    }

    /** What we command must be journalled before; what has happened anyway goes on without. */
    Optional<SourceInput> tell(SourceAction.Tell tell, SourceState state) {
        Step step = new Step(
                permit.migration(),
                parts.clock().instant(),
                tell.state(),
                vmHost(tell.state(), state),
                tell.detail(),
                List.of(),
                tell.state() == MigrationState.CLOSING ? watch.observations() : List.of(),
                tell.state() == MigrationState.COPYING ? path.get() : null);
        boolean commanded = tell.state() == MigrationState.PINHOLE_OPEN || tell.state() == MigrationState.COPYING;
        try {
            parts.events().publish(step);
        } catch (UncheckedIOException e) {
            if (commanded) {
                throw e;
            }
            LOG.log(System.Logger.Level.ERROR, "step " + tell.state() + " cannot be journalled", e);
        }
        return Optional.empty();
    }

    /** The last step, with what both ends saw. */
    void end(SourceState state, @Nullable Observation destination) {
        List<Observation> observations = new ArrayList<>(watch.observations());
        if (destination != null) {
            observations.add(destination);
        }
        MigrationState end = Objects.requireNonNull(state.end(), "end");
        parts.events()
                .publish(new Step(
                        permit.migration(),
                        parts.clock().instant(),
                        end,
                        vmHost(end, state),
                        detail(end, state),
                        end == MigrationState.COMPLETED ? List.of() : reasons(end, state),
                        observations));
    }

    /** A failure always says why; what libvirt said is in the refusals. */
    private static @Nullable String detail(MigrationState end, SourceState state) {
        boolean silent = state.detail() == null
                && end == MigrationState.FAILED
                && !state.refusals().isEmpty();
        return silent ? state.refusals().get(0).found() : state.detail();
    }

    private List<Refusal> reasons(MigrationState end, SourceState state) {
        if (end == MigrationState.CANCELLED) {
            return List.of();
        }
        if (end != MigrationState.FAILED || !state.refusals().isEmpty()) {
            return state.refusals();
        }
        return List.of(Refusal.of(
                RefusalCode.INTERNAL,
                "VM " + permit.vmName(),
                state.detail() == null ? "the migration did not go through" : state.detail(),
                "a migration that goes through",
                "the VM was not harmed, the migration may be started again"));
    }

    private @Nullable String vmHost(MigrationState told, SourceState state) {
        if (told == MigrationState.POSTCOPY || told == MigrationState.POSTCOPY_PAUSED) {
            return permit.destinationHost();
        }
        if (state.phase().compareTo(SourcePhase.CLOSING) < 0) {
            return told == MigrationState.SWITCHOVER || state.phase() == SourcePhase.SWITCHOVER
                    ? null
                    : permit.sourceHost();
        }
        if (state.onDestination() == null) {
            return null;
        }
        return state.onDestination() ? permit.destinationHost() : permit.sourceHost();
    }
}
