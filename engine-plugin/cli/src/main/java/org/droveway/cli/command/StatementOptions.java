package org.droveway.cli.command;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.droveway.cli.CommandFailure;
import org.droveway.cli.ExitCode;
import org.droveway.cli.engine.PolicyStatement;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What a scope can say. */
final class StatementOptions {
    @Option(names = "--security", paramLabel = "TYPE", description = "secure or insecure; the strictest scope wins.")
    private MigrateCommand.@Nullable Type security;

    @Option(names = "--bandwidth", paramLabel = "MiB/s", description = "Upper bound in MiB/s; the minimum wins.")
    private @Nullable Long bandwidth;

    @Option(
            names = {"--parallel-connections", "--connections"},
            paramLabel = "N",
            description = "Connections, 1 to 255; the minimum wins.")
    private @Nullable Integer connections;

    @Option(
            names = "--compression",
            paramLabel = "METHOD",
            description = "none, xbzrle, zstd or zlib; the first of these wins.")
    private @Nullable CompressionName compression;

    @Option(names = "--max-downtime", paramLabel = "MS", description = "Longest stop in ms; the minimum wins.")
    private @Nullable Integer maxDowntime;

    @Option(
            names = "--convergence",
            paramLabel = "WAY",
            description = "What if the guest outruns the copy: cancel, keep-on, throttle or post-copy; the first wins.")
    private @Nullable ConvergenceName convergence;

    @Option(names = "--post-copy", paramLabel = "YES|NO", description = "Post-copy; a no wins.")
    private @Nullable Answer postCopy;

    @Option(
            names = "--fast-handover",
            paramLabel = "YES|NO",
            description = "Resume before the source is proved to have let go; a no wins.")
    private @Nullable Answer fastHandover;

    @Option(
            names = "--allow-management-network",
            paramLabel = "YES|NO",
            description = "Where the migration network does not reach; a no wins.")
    private @Nullable Answer management;

    @Option(
            names = "--transports",
            paramLabel = "NAME",
            split = ",",
            description = "direct, tunnel, or both with a comma; what all allow is left.")
    private @Nullable List<TransportName> transports;

    @Option(names = "--reason", paramLabel = "TEXT", description = "Why; kept with it.")
    private @Nullable String reason;

    PolicyStatement statement() {
        boolean silent = Stream.of(
                        security,
                        bandwidth,
                        connections,
                        compression,
                        maxDowntime,
                        convergence,
                        postCopy,
                        fastHandover,
                        management,
                        transports)
                .allMatch(Objects::isNull);
        if (silent) {
            throw CommandFailure.of(
                    ExitCode.USAGE, "policy set says nothing: give an option, or take it back with policy unset");
        }
        return new PolicyStatement(
                security == null ? null : security.wireName(),
                bandwidth,
                connections,
                CompressionName.wireName(compression),
                maxDowntime,
                ConvergenceName.wireName(convergence),
                Answer.of(postCopy),
                Answer.of(fastHandover),
                Answer.of(management),
                transports == null
                        ? null
                        : transports.stream().map(TransportName::wireName).toList(),
                reason);
    }

    /** As people write it. */
    enum Answer {
        YES,
        NO;

        static @Nullable Boolean of(@Nullable Answer answer) {
            return answer == null ? null : Boolean.valueOf(answer == YES);
        }
    }

    /** Ways for the data. */
    enum TransportName {
        DIRECT,
        TUNNEL;

        String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
