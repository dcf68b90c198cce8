package org.droveway.engine.scheduling;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.droveway.engine.inventory.Host;
import org.droveway.protocol.Refusal;

/** Judges every host for a VM, and names the best. */
public final class Scheduler {
    /** Greatest weight first; of equals the first by name, so that the same question has the same answer. */
    private static final Comparator<CandidateReport> BEST_FIRST =
            Comparator.comparingLong(Scheduler::weightOf).reversed().thenComparing(CandidateReport::host);

    private Scheduler() {}

    /** A report on every host there is, by name. */
    public static List<CandidateReport> judge(Placement placement) {
        return placement.snapshot().hosts().stream()
                .sorted(Comparator.comparing(Host::name))
                .map(host -> judge(host, placement))
                .toList();
    }

    /** The accepted host with the greatest weight. */
    public static Optional<CandidateReport> best(List<CandidateReport> candidates) {
        return candidates.stream().filter(CandidateReport::accepted).min(BEST_FIRST);
    }

    private static CandidateReport judge(Host host, Placement placement) {
        List<Refusal> refusals = HostFilters.ALL.stream()
                .flatMap(filter -> filter.against(host, placement).stream())
                .toList();
        boolean accepted = refusals.isEmpty();
        return new CandidateReport(host.name(), accepted, accepted ? Weights.of(host, placement) : null, refusals);
    }

    private static long weightOf(CandidateReport candidate) {
        return Objects.requireNonNull(candidate.weight(), "weight of an accepted candidate");
    }
}
