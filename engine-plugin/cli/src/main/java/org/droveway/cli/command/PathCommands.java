package org.droveway.cli.command;

import org.droveway.cli.Session;
import org.droveway.cli.text.PathText;
import picocli.CommandLine.Command;

/** {@code drovectl path …}. */
@Command(name = "path", description = "Ways between hosts, as the migrations that took them found them.")
public final class PathCommands {
    private final Session session;

    /** Commands of a session. */
    public PathCommands(Session session) {
        this.session = session;
    }

    @Command(
            description = "Lists ways: interface, MTU, round trip, throughput, TLS.",
            footer = {
                "",
                "Every migration looks at its way before libvirt is told anything; the throughput is sampled",
                "(at most 200 ms) when the last sample of the two hosts is older than ten minutes.",
                "",
                "Example:",
                "  drovectl path list"
            })
    void list() {
        var paths = session.engine().paths();
        session.print(paths, () -> PathText.paths(paths));
    }
}
