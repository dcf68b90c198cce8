package org.droveway.agent.migration;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.droveway.agent.convergence.ConvergenceEstimator;
import org.droveway.agent.convergence.CopySample;
import org.droveway.agent.convergence.DowntimeLadder;
import org.droveway.agent.convergence.Forecast;
import org.droveway.agent.libvirt.Hypervisor;
import org.droveway.agent.libvirt.HypervisorException;
import org.droveway.agent.libvirt.JobStats;
import org.droveway.protocol.link.ConvergenceProgress;
import org.droveway.protocol.link.CopyProgress;
import org.droveway.protocol.link.Outlook;
import org.jspecify.annotations.Nullable;

/** Watches whether the copy of one VM's memory comes to an end, and lets QEMU's downtime limit follow its ladder. */
final class SourceConvergence {
    private static final System.Logger LOG = System.getLogger(SourceConvergence.class.getName());

    private final Hypervisor hypervisor;
    private final UUID vm;
    private final DowntimeLadder ladder;
    private final ConvergenceEstimator estimator;
    private int limitMs;
    private boolean told;
    private @Nullable Forecast last;

    /**
     * Begins.
     *
     * @param maxDowntimeMs null: QEMU's own limit stays
     */
    SourceConvergence(Hypervisor hypervisor, UUID vm, @Nullable Integer maxDowntimeMs) {
        this.hypervisor = hypervisor;
        this.vm = vm;
        this.ladder = maxDowntimeMs == null ? DowntimeLadder.unset() : DowntimeLadder.upTo(maxDowntimeMs);
        this.estimator = new ConvergenceEstimator(ladder);
        this.limitMs = DowntimeLadder.DEFAULT_MS;
    }

    /** What is to be expected; null while no memory is copied. */
    @Nullable
    ConvergenceProgress see(JobStats stats, Instant now) {
        CopyProgress memory = stats.memory();
        if (memory == null || memory.processedBytes() == 0) {
            return null;
        }
        Forecast forecast = estimator.see(new CopySample(
                now,
                stats.iteration(),
                memory.remainingBytes(),
                memory.bytesPerSecond(),
                stats.writes().dirtyBytesPerSecond()));
        limitDowntime();
        last = forecast;
        return new ConvergenceProgress(
                stats.writes().dirtyBytesPerSecond(),
                limitMs,
                stats.writes().throttlePercent(),
                forecast.outlook(),
                forecast.remainingMs());
    }

    /** Once, when it turns out that the copy never ends. */
    Optional<SourceInput> verdict() {
        if (told || last == null || last.outlook() != Outlook.DOES_NOT_CONVERGE) {
            return Optional.empty();
        }
        told = true;
        return Optional.of(new SourceInput.CannotConverge(last.why()));
    }

    private void limitDowntime() {
        if (ladder.limitMs() == limitMs) {
            return;
        }
        try {
            hypervisor.setMaxDowntime(vm, ladder.limitMs());
            limitMs = ladder.limitMs();
        } catch (HypervisorException e) {
            LOG.log(System.Logger.Level.WARNING, "downtime limit is not set yet: " + e.getMessage());
        }
    }
}
