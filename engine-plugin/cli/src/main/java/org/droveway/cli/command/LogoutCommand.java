package org.droveway.cli.command;

import static java.util.Objects.requireNonNull;

import org.droveway.cli.CommandFailure;
import org.droveway.cli.ExitCode;
import org.droveway.cli.Session;
import org.droveway.cli.connection.SessionFile;
import picocli.CommandLine.Command;

/** {@code drovectl logout}. */
@Command(
        name = "logout",
        description = "Ends the session that login opened.",
        footer = {"", "Example:", "  drovectl logout"})
public final class LogoutCommand implements Runnable {
    private final Session session;
    private final SessionFile stored;

    /** The command of a session. */
    public LogoutCommand(Session session, SessionFile stored) {
        this.session = requireNonNull(session, "session");
        this.stored = requireNonNull(stored, "stored");
    }

    /** A session that the engine knows no longer is forgotten here too; one that it could not be told of stays. */
    @Override
    public void run() {
        SessionFile.Stored open = stored.read()
                .orElseThrow(() -> CommandFailure.of(
                        ExitCode.FAILED, "there is no session in " + stored.path() + "; log in first"));
        session.people().logout();
        stored.remove();
        session.tell("session of " + open.user() + " ended");
    }
}
