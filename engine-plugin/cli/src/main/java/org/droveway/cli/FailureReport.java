package org.droveway.cli;

import java.io.PrintWriter;
import java.util.List;
import org.droveway.cli.engine.Plan;
import org.droveway.cli.engine.Refusal;
import org.droveway.cli.text.RefusalText;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Tells a person why a command did not do what it was asked for; scripts get refusals as JSON too. */
final class FailureReport implements IExecutionExceptionHandler, IParameterExceptionHandler {
    private final Session session;

    FailureReport(Session session) {
        this.session = session;
    }

    @Override
    public int handleExecutionException(Exception error, CommandLine command, ParseResult parsed) throws Exception {
        if (!(error instanceof CommandFailure failure)) {
            throw error;
        }
        PrintWriter err = session.console().err();
        err.println("drovectl: " + headline(failure));
        if (!failure.refusals().isEmpty()) {
            err.println(RefusalText.of(failure.refusals()));
            if (session.format() == Session.Format.JSON) {
                session.print(
                        new Refused(String.valueOf(failure.getMessage()), failure.refusals(), failure.plan()),
                        () -> "");
            }
        }
        err.flush();
        return failure.exitCode().number();
    }

    @Override
    public int handleParseException(ParameterException error, String[] arguments) {
        CommandLine command = error.getCommandLine();
        PrintWriter err = session.console().err();
        err.println("drovectl: " + error.getMessage());
        UnmatchedArgumentException.printSuggestions(error, err);
        err.println("see " + command.getCommandSpec().qualifiedName() + " --help");
        err.flush();
        return ExitCode.USAGE.number();
    }

    /** The engine's sentence, unless it only repeats the reasons below it. */
    private static String headline(CommandFailure failure) {
        String sentence = String.valueOf(failure.getMessage());
        int reasons = failure.refusals().size();
        boolean repeats = failure.refusals().stream().anyMatch(reason -> sentence.contains(reason.found()));
        return repeats ? "refused for " + reasons + (reasons == 1 ? " reason" : " reasons") : sentence;
    }

    private record Refused(
            String detail, List<Refusal> refusals, @Nullable Plan plan) {}
}
