package org.droveway.cli.command;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which version of a policy a command replaces. */
final class ReplacesOption {
    @Option(
            names = "--replaces",
            paramLabel = "VERSION",
            description = "As drovectl policy show told it: if it is another by now, nothing is changed.")
    @Nullable
    Long version;
}
