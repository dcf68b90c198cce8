package org.droveway.cli.command;

import static java.util.Objects.requireNonNull;

import org.droveway.cli.PasswordPrompt;
import org.droveway.cli.Session;
import org.droveway.cli.connection.SessionFile;
import org.droveway.cli.engine.Login;
import org.droveway.cli.text.UserText;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code drovectl login}. */
@Command(
        name = "login",
        description = "Opens a session with name and password.",
        footer = {
            "",
            "The password is asked for, or read from the standard input. The session's",
            "token is kept in ~/.config/droveway/session.json (mode 0600) until logout;",
            "DROVEWAY_TOKEN, where it is set, counts more.",
            "",
            "Examples:",
            "  drovectl login alice",
            "  drovectl login alice --ttl 8h < password"
        })
public final class LoginCommand implements Runnable {
    private final Session session;
    private final SessionFile stored;
    private final PasswordPrompt prompt;

    @Parameters(paramLabel = "USER", description = "Who comes.")
    private String user = "";

    @Option(
            names = "--ttl",
            paramLabel = "TIME",
            converter = TimeToLive.Converter.class,
            description = "How long it holds: 30m, 8h (default 1h, at most 12h).")
    private @Nullable TimeToLive ttl;

    /** The command of a session. */
    public LoginCommand(Session session, SessionFile stored, PasswordPrompt prompt) {
        this.session = requireNonNull(session, "session");
        this.stored = requireNonNull(stored, "stored");
        this.prompt = requireNonNull(prompt, "prompt");
    }

    @Override
    public void run() {
        String password = prompt.ask("Password of " + user);
        Login login = session.people().login(user, password, ttl == null ? null : ttl.iso());
        stored.write(new SessionFile.Stored(session.url(), login.user(), login.token()));
        session.print(login, () -> UserText.login(login));
    }
}
