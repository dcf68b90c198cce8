package org.droveway.cli.text;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.droveway.cli.engine.Migration;
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

    /** Percent of the memory that needs no more copying; 0 before the copy, at most 100. */
    public static int percent(Migration migration) {
        Progress progress = migration.progress();
        if (progress == null || !isCopying(migration)) {
            return 0;
        }
        return (int) (100 * settled(progress) / progress.totalBytes());
    }

    /** Later states still carry the last numbers of the copy, which say nothing any more. */
    private static boolean isCopying(Migration migration) {
        Progress progress = migration.progress();
        return progress != null && progress.totalBytes() > 0 && COPYING.contains(migration.state());
    }

    /** Bytes that need no more copying: bytes processed would count again what the guest dirtied. */
    private static long settled(Progress progress) {
        return progress.totalBytes() - Math.max(0, Math.min(progress.remainingBytes(), progress.totalBytes()));
    }

    private static List<String> parts(Progress progress) {
        long settled = settled(progress);
        int filled = (int) (BAR * settled / progress.totalBytes());
        return List.of(
                String.format(Locale.ROOT, "%3d %%", 100 * settled / progress.totalBytes()),
                "[" + "#".repeat(filled) + ".".repeat(BAR - filled) + "]",
                Units.mebibytes(settled) + " of " + Units.mebibytes(progress.totalBytes()) + " MiB",
                Units.mebibytes(progress.bytesPerSecond()) + " MiB/s",
                Units.duration(Duration.ofMillis(progress.elapsedMs())));
    }
}
