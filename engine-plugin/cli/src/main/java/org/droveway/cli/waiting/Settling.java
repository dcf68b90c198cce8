package org.droveway.cli.waiting;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.droveway.cli.CommandFailure;
import org.droveway.cli.ExitCode;

/** Waits for what the engine has passed on to an agent and the agent has yet to report. */
public final class Settling {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Pace pace;

    /** Waits by this clock. */
    public Settling(Pace pace) {
        this.pace = requireNonNull(pace, "pace");
    }

    /** Asks until the answer is wanted or patience ends; the last answer. */
    public <T> T until(Supplier<T> question, Predicate<T> wanted) {
        Instant end = pace.now().plus(PATIENCE);
        T answer = question.get();
        while (!wanted.test(answer) && pace.now().isBefore(end)) {
            pause();
            answer = question.get();
        }
        return answer;
    }

    private void pause() {
        try {
            pace.pause(Follower.INTERVAL);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw CommandFailure.of(ExitCode.FAILED, "interrupted; the change was sent");
        }
    }
}
