package org.droveway.cli.waiting;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import org.droveway.cli.CommandFailure;
import org.droveway.cli.ExitCode;
import org.droveway.cli.engine.Engine;
import org.droveway.cli.engine.Migration;

/** Asks for a migration again and again until it has ended; the engine may be away for a while meanwhile. */
public final class Follower {
    /** Between two questions. */
    static final Duration INTERVAL = Duration.ofMillis(300);

    /** How long the engine may be away: a restart of it takes well under a minute. */
    static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Engine engine;
    private final Pace pace;

    /** Follows migrations of this engine. */
    public Follower(Engine engine, Pace pace) {
        this.engine = requireNonNull(engine, "engine");
        this.pace = requireNonNull(pace, "pace");
    }

    /**
     * The migration at its end.
     *
     * @throws CommandFailure if it is unknown, or the engine is away for too long
     */
    public Migration untilEnd(String id, MigrationView view) {
        try {
            return follow(id, view);
        } finally {
            view.close();
        }
    }

    private Migration follow(String id, MigrationView view) {
        Instant answered = pace.now();
        while (true) {
            try {
                Migration migration = engine.migration(id);
                answered = pace.now();
                view.show(migration);
                if (migration.hasEnded()) {
                    return migration;
                }
            } catch (CommandFailure failure) {
                boolean away = failure.exitCode() == ExitCode.UNREACHABLE;
                if (!away || Duration.between(answered, pace.now()).compareTo(PATIENCE) > 0) {
                    throw failure;
                }
                view.outage(String.valueOf(failure.getMessage()));
            }
            pause(id);
        }
    }

    private void pause(String id) {
        try {
            pace.pause(INTERVAL);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw CommandFailure.of(ExitCode.FAILED, "interrupted while waiting; migration " + id + " goes on");
        }
    }
}
