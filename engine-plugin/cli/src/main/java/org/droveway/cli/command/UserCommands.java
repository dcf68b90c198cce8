package org.droveway.cli.command;

import static java.util.Objects.requireNonNull;

import org.droveway.cli.CommandFailure;
import org.droveway.cli.ExitCode;
import org.droveway.cli.PasswordPrompt;
import org.droveway.cli.Session;
import org.droveway.cli.engine.User;
import org.droveway.cli.text.UserText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code drovectl user …}. */
@Command(name = "user", description = "People who log in by name and password.")
public final class UserCommands {
    private final Session session;
    private final PasswordPrompt prompt;

    /** Commands of a session. */
    public UserCommands(Session session, PasswordPrompt prompt) {
        this.session = requireNonNull(session, "session");
        this.prompt = requireNonNull(prompt, "prompt");
    }

    @Command(
            description = "Lists users.",
            footer = {"", "Example:", "  drovectl user list"})
    void list() {
        var users = session.people().users();
        session.print(users, () -> UserText.users(users));
    }

    @Command(
            description = "Shows one user.",
            footer = {"", "Example:", "  drovectl user show alice"})
    void show(@Parameters(paramLabel = "USER", description = "User.") String name) {
        print(session.people().user(name));
    }

    @Command(
            description = "Makes a user and shows a password, this once.",
            footer = {
                "",
                "Examples:",
                "  drovectl user add alice --role viewer",
                "  drovectl user add bob --role operator --permission migration-override"
            })
    void add(@Parameters(paramLabel = "USER", description = "Name.") String name, @Mixin PersonRights rights) {
        print(session.people().addUser(name, rights.role(), rights.permissions()));
    }

    @Command(
            description = "Gives a user other rights; ends the user's sessions.",
            footer = {"", "Example:", "  drovectl user edit alice --role operator"})
    void edit(@Parameters(paramLabel = "USER", description = "User.") String name, @Mixin PersonRights rights) {
        print(session.people().editUser(name, rights.role(), rights.permissions()));
    }

    @Command(
            description = "Sets a password; ends the user's sessions.",
            footer = {
                "",
                "Passwords are asked for, the new one twice; without a terminal they are",
                "read from the standard input, a line each. One's own needs --own.",
                "",
                "Examples:",
                "  drovectl user password alice --own",
                "  drovectl user password bob"
            })
    void password(
            @Parameters(paramLabel = "USER", description = "User.") String name,
            @Option(names = "--own", description = "It is one's own: asks for the current one first.") boolean own) {
        String current = own ? prompt.ask("Current password of " + name) : null;
        String chosen = prompt.ask("New password of " + name);
        if (!chosen.equals(prompt.ask("The same once more"))) {
            throw CommandFailure.of(ExitCode.USAGE, "the two new passwords differ; nothing was changed");
        }
        session.people().setPassword(name, current, chosen);
        session.tell("password of " + name + " set");
    }

    @Command(
            description = "Removes a user; ends the user's sessions.",
            footer = {"", "Example:", "  drovectl user remove alice"})
    void remove(@Parameters(paramLabel = "USER", description = "User.") String name) {
        session.people().removeUser(name);
        session.tell("user " + name + " removed");
    }

    private void print(User user) {
        session.print(user, () -> UserText.user(user));
    }
}
