package org.droveway.cli.command;

import java.util.Locale;
import org.droveway.cli.Session;
import org.droveway.cli.engine.Migration;
import org.droveway.cli.text.MigrationText;
import org.droveway.cli.waiting.JsonLineView;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code drovectl migration …}. */
@Command(name = "migration", description = "Migrations, running and ended.")
public final class MigrationCommands {
    private final Session session;

    /** Commands of a session. */
    public MigrationCommands(Session session) {
        this.session = session;
    }

    @Command(
            description = "Lists migrations, newest first.",
            footer = {
                "",
                "Examples:",
                "  drovectl migration list",
                "  drovectl migration list --vm vm1 --limit 5 -o json"
            })
    void list(
            @Option(names = "--vm", paramLabel = "VM", description = "Only of this VM.") @Nullable String vm,
            @Option(names = "--state", paramLabel = "STATE", description = "Only in this state, for example FAILED.")
                    @Nullable
                    String state,
            @Option(names = "--limit", paramLabel = "N", description = "At most so many.") @Nullable Integer limit) {
        String upper = state == null ? null : state.toUpperCase(Locale.ROOT);
        var migrations = session.engine().migrations(vm, upper, limit);
        session.print(migrations, () -> MigrationText.migrations(migrations));
    }

    @Command(
            description = "Shows one migration: steps, what was observed, verdict.",
            footer = {"", "Example:", "  drovectl migration show ID -o json"})
    void show(@Parameters(paramLabel = "ID", description = "The migration's id.") String id) {
        Migration migration = session.engine().migration(id);
        session.print(migration, () -> MigrationText.migration(migration));
    }

    @Command(
            description = "Follows a migration to its end; with -o json one line for each change.",
            footer = {"", "Example:", "  drovectl migration watch ID"})
    int watch(@Parameters(paramLabel = "ID", description = "The migration's id.") String id) {
        // Only an engine that was there is waited for when it goes away.
        session.engine().migration(id);
        if (session.format() == Session.Format.JSON) {
            return Outcome.of(
                            session.await(id, new JsonLineView(session.console().out())))
                    .number();
        }
        Migration migration = session.await(id);
        session.tell(MigrationText.outcome(migration));
        return Outcome.of(migration).number();
    }

    @Command(
            description = "Asks for a migration's end; the VM then runs on where it was.",
            footer = {"", "Example:", "  drovectl migration cancel ID"})
    void cancel(@Parameters(paramLabel = "ID", description = "The migration's id.") String id) {
        Migration migration = session.engine().cancel(id);
        session.print(
                migration,
                () -> "migration " + id + " of " + migration.vm() + ": " + migration.state()
                        + "\n  watch it  drovectl migration watch " + id);
    }
}
