package org.droveway.agent.qemu;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Remembers what each binary said for as long as the file is the same. In memory only: asking takes 35 ms, 0.8 s when the file has to be
 * read from disk, and is done at the agent's start.
 */
public final class QemuCatalogue {
    private static final Duration LIMIT = Duration.ofSeconds(10);
    /** A negotiation has 5 s in all. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    /** What did not answer may have been held up; it is asked again, but not by every offer. */
    private static final Duration ASK_AGAIN = Duration.ofSeconds(30);

    /** The file as it was when it was asked. */
    private record Version(long size, FileTime modified, FileTime changed) {}

    private record Entry(Version version, Instant asked, CompletableFuture<QemuFinding> finding) {}

    /** Asks a binary, whatever it takes. */
    interface Asking {
        QemuFinding ask(Path emulator);
    }

    private final Asking asking;
    private final Duration patience;
    private final Executor executor;
    private final Clock clock;
    private final ConcurrentMap<Path, Entry> entries = new ConcurrentHashMap<>();

    /** @param executor has a thread for everything that is asked at the same time */
    public QemuCatalogue(Executor executor, Clock clock) {
        this(new QemuProbe(LIMIT)::ask, PATIENCE, executor, clock);
    }

    QemuCatalogue(Asking asking, Duration patience, Executor executor, Clock clock) {
        this.asking = requireNonNull(asking, "asking");
        this.patience = requireNonNull(patience, "patience");
        this.executor = requireNonNull(executor, "executor");
        this.clock = requireNonNull(clock, "clock");
    }

    /** What the binary can; waits 2 s at most, and then says so. */
    public QemuFinding of(Path emulator) {
        try {
            return entry(emulator).finding().get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (IOException e) {
            return QemuFinding.unknown(emulator + " cannot be looked at: " + e.getMessage());
        } catch (TimeoutException e) {
            return QemuFinding.unknown(emulator + " has not answered yet");
        } catch (ExecutionException e) {
            return QemuFinding.unknown(emulator + " cannot be asked: " + e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return QemuFinding.unknown(emulator + " was not waited for: the agent stops");
        }
    }

    private Entry entry(Path emulator) throws IOException {
        Version version = version(emulator);
        Instant now = clock.instant();
        return entries.compute(
                emulator,
                (path, known) -> known != null && known.version().equals(version) && !stale(known, now)
                        ? known
                        : new Entry(version, now, CompletableFuture.supplyAsync(() -> asking.ask(path), executor)));
    }

    private static boolean stale(Entry entry, Instant now) {
        CompletableFuture<QemuFinding> finding = entry.finding();
        return finding.isDone()
                && (finding.isCompletedExceptionally()
                        || finding.join().abilities().isEmpty())
                && !now.isBefore(entry.asked().plus(ASK_AGAIN));
    }

    private static Version version(Path emulator) throws IOException {
        var attributes = Files.readAttributes(emulator, "unix:size,lastModifiedTime,ctime");
        return new Version((Long) attributes.get("size"), (FileTime) attributes.get("lastModifiedTime"), (FileTime)
                attributes.get("ctime"));
    }
}
