package org.droveway.cli.text;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.droveway.cli.engine.Migration;
import org.droveway.cli.engine.Migration.Convergence;
import org.droveway.cli.engine.Migration.Copy;
import org.droveway.cli.engine.Migration.Progress;

/** One line that says how far a migration is; it never is longer than the terminal is wide. */
public final class ProgressLine {
    private static final int BAR = 24;
    private static final Set<String> COPYING = Set.of("COPYING", "POSTCOPY", "POSTCOPY_PAUSED", "CANCELLING");

    private ProgressLine() {}

    /**
     * The line.
     *
     * @param columns width of the terminal
     */
    public static String render(Migration migration, int columns) {
        StringBuilder line =
                new StringBuilder(String.format(Locale.ROOT, "%s  %-12s", migration.vm(), migration.state()));
        Progress progress = migration.progress();
        if (progress != null && isCopying(migration)) {
            for (String part : parts(progress)) {
                if (line.length() + 2 + part.length() < columns) {
                    line.append("  ").append(part);
                }
            }
        }
        return line.length() < columns ? line.toString() : line.substring(0, Math.max(0, columns - 1));
    }

    /** Percent of the copy that needs no more copying, disks and memory a half each; 0 before the copy, at most 100. */
    public static int percent(Migration migration) {
        Progress progress = migration.progress();
        if (progress == null || !isCopying(migration)) {
            return 0;
        }
        Copy disks = progress.disks();
        return disks == null ? percent(whole(progress)) : (percent(disks) + percent(memory(progress))) / 2;
    }

    /** Later states still carry the last numbers of the copy, which say nothing any more. */
    private static boolean isCopying(Migration migration) {
        Progress progress = migration.progress();
        return progress != null && progress.totalBytes() > 0 && COPYING.contains(migration.state());
    }

    private static List<String> parts(Progress progress) {
        Copy disks = progress.disks();
        List<String> parts = new ArrayList<>();
        if (disks == null) {
            parts.addAll(parts(whole(progress), BAR));
        } else {
            parts.add("disks");
            parts.addAll(parts(disks, BAR / 2));
            parts.add("memory");
            parts.addAll(parts(memory(progress), BAR / 2));
        }
        parts.add(Units.mebibytes(progress.bytesPerSecond()) + " MiB/s");
        parts.add(Units.duration(Duration.ofMillis(progress.elapsedMs())));
        if (progress.convergence() != null) {
            parts.addAll(convergence(progress.iteration(), progress.convergence()));
        }
        return parts;
    }

    private static List<String> parts(Copy copy, int width) {
        long settled = settled(copy);
        int filled = copy.totalBytes() == 0 ? 0 : (int) (width * settled / copy.totalBytes());
        return List.of(
                String.format(Locale.ROOT, "%3d %%", percent(copy)),
                "[" + "#".repeat(filled) + ".".repeat(width - filled) + "]",
                Units.mebibytes(settled) + " of " + Units.mebibytes(copy.totalBytes()) + " MiB");
    }

    private static Copy whole(Progress progress) {
        return new Copy(
                progress.totalBytes(), progress.processedBytes(), progress.remainingBytes(), progress.bytesPerSecond());
    }

    /** Nothing of it is known before its copy begins, behind that of the disks. */
    private static Copy memory(Progress progress) {
        Copy memory = progress.memory();
        return memory == null ? new Copy(0, 0, 0, 0) : memory;
    }

    private static int percent(Copy copy) {
        return copy.totalBytes() == 0 ? 0 : (int) (100 * settled(copy) / copy.totalBytes());
    }

    /** Bytes that need no more copying: bytes processed would count again what the guest dirtied. */
    private static long settled(Copy copy) {
        return copy.totalBytes() - Math.max(0, Math.min(copy.remainingBytes(), copy.totalBytes()));
    }

    /** Whether it comes to an end, and what is done for it. */
    private static List<String> convergence(int pass, Convergence convergence) {
        List<String> parts = new ArrayList<>(List.of("pass " + pass));
        if (convergence.outlook().equals("does-not-converge")) {
            parts.add("does not converge");
        } else if (convergence.predictedMs() != null) {
            parts.add("switch in " + Units.duration(Duration.ofMillis(convergence.predictedMs())));
        }
        if (convergence.dirtyBytesPerSecond() != null) {
            parts.add(Units.mebibytes(convergence.dirtyBytesPerSecond()) + " MiB/s written");
        }
        parts.add("downtime up to " + convergence.downtimeLimitMs() + " ms");
        if (convergence.throttlePercent() != null) {
            parts.add("guest slowed by " + convergence.throttlePercent() + " %");
        }
        return parts;
    }
}
