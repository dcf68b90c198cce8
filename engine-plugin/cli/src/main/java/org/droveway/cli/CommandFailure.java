package org.droveway.cli;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.droveway.cli.engine.Plan;
import org.droveway.cli.engine.Refusal;
import org.jspecify.annotations.Nullable;

/** Why a command did not do what it was asked for, with everything a person is told about it. */
public final class CommandFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final ExitCode exitCode;
    private final transient List<Refusal> refusals;
    private final transient @Nullable Plan plan;

    private CommandFailure(ExitCode exitCode, String message, List<Refusal> refusals, @Nullable Plan plan) {
        super(requireNonNull(message, "message"));
        this.exitCode = requireNonNull(exitCode, "exitCode");
        this.refusals = List.copyOf(refusals);
        this.plan = plan;
    }

    /** A failure that one sentence explains. */
    public static CommandFailure of(ExitCode exitCode, String message) {
        return new CommandFailure(exitCode, message, List.of(), null);
    }

    /** A refusal with all its reasons, and the plan as far as it came. */
    public static CommandFailure refused(String message, List<Refusal> refusals, @Nullable Plan plan) {
        return new CommandFailure(ExitCode.REFUSED, message, refusals, plan);
    }

    /** How the process ends. */
    public ExitCode exitCode() {
        return exitCode;
    }

    /** Every reason; empty when it was not refused. */
    public List<Refusal> refusals() {
        return refusals;
    }

    /** The plan that was refused; null when there is none. */
    public @Nullable Plan plan() {
        return plan;
    }
}
