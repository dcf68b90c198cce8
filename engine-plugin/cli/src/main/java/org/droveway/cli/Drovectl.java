package org.droveway.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.file.Path;
import org.droveway.cli.Session.Format;
import org.droveway.cli.command.AuditCommands;
import org.droveway.cli.command.ClusterCommands;
import org.droveway.cli.command.DataCenterCommands;
import org.droveway.cli.command.ExportCommand;
import org.droveway.cli.command.HostCommands;
import org.droveway.cli.command.ImportCommand;
import org.droveway.cli.command.LoginCommand;
import org.droveway.cli.command.LogoutCommand;
import org.droveway.cli.command.MigrateCommand;
import org.droveway.cli.command.MigrationCommands;
import org.droveway.cli.command.NetworkCommands;
import org.droveway.cli.command.PathCommands;
import org.droveway.cli.command.PolicyCommands;
import org.droveway.cli.command.RoleCommands;
import org.droveway.cli.command.TokenCommands;
import org.droveway.cli.command.UserCommands;
import org.droveway.cli.command.VmCommands;
import org.droveway.cli.connection.ConnectionSettings;
import org.droveway.cli.connection.SessionFile;
import org.droveway.cli.waiting.Pace;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The root of the command line. */
@Command(
        name = "drovectl",
        description = "The migration network for KVM clusters: policy, networks, hosts, VMs, migrations.",
        versionProvider = Version.class,
        synopsisSubcommandLabel = "COMMAND",
        footer = {
            "",
            "Connection: DROVEWAY_URL, DROVEWAY_TOKEN, DROVEWAY_CA (PEM file),",
            "or ~/.config/droveway/config.json: {\"url\": …, \"token\": …, \"ca\": …};",
            "drovectl login keeps a session's token in session.json beside it.",
            "",
            "Exit status:",
            "  0  done",
            "  1  failed",
            "  2  command line wrong",
            "  3  refused, with every reason",
            "  4  engine not reachable or not trusted",
            "",
            "Examples:",
            "  drovectl vm list",
            "  drovectl migrate vm1 h2 --dry-run",
            "  drovectl migrate vm1 h2 --wait"
        })
public final class Drovectl {
    private final Session session;

    private Drovectl(Session session) {
        this.session = session;
    }

    /** The process: reads environment and home directory, ends with the command's exit code. */
    public static void main(String[] arguments) {
        Console console = new Console(
                System.in,
                System.out,
                writer(System.out),
                writer(System.err),
                Integer.getInteger("droveway.columns", 0));
        Path home = Path.of(System.getProperty("user.home"));
        ConnectionSettings settings = new ConnectionSettings(System.getenv(), home);
        Session session = new Session(settings::resolve, console, Pace.ofMachine(), Interrupts.ofProcess());
        int status = commandLine(session, new SessionFile(home), PasswordPrompt.ofProcess())
                .execute(arguments);
        System.exit(status);
    }

    /** The whole command line on top of a session. */
    static CommandLine commandLine(Session session, SessionFile stored, PasswordPrompt prompt) {
        CommandLine root = new CommandLine(new Drovectl(session));
        CommandLine dataCenter = new CommandLine(new DataCenterCommands(session));
        dataCenter.addSubcommand(new ImportCommand(session));
        dataCenter.addSubcommand(new ExportCommand(session));
        root.addSubcommand(dataCenter);
        root.addSubcommand(new ClusterCommands(session));
        CommandLine network = new CommandLine(new NetworkCommands(session));
        network.addSubcommand(new RoleCommands(session));
        root.addSubcommand(network);
        root.addSubcommand(new HostCommands(session));
        root.addSubcommand(new VmCommands(session));
        root.addSubcommand(new PathCommands(session));
        root.addSubcommand(new PolicyCommands(session));
        root.addSubcommand(new MigrateCommand(session));
        root.addSubcommand(new MigrationCommands(session));
        root.addSubcommand(new LoginCommand(session, stored, prompt));
        root.addSubcommand(new LogoutCommand(session, stored));
        root.addSubcommand(new UserCommands(session, prompt));
        root.addSubcommand(new TokenCommands(session));
        root.addSubcommand(new AuditCommands(session));
        FailureReport report = new FailureReport(session);
        root.setOut(session.console().out())
                .setErr(session.console().err())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setUsageHelpWidth(Math.min(120, Math.max(80, session.console().columns())))
                .setExecutionExceptionHandler(report)
                .setParameterExceptionHandler(report);
        return root;
    }

    @Option(
            names = {"-o", "--output"},
            scope = ScopeType.INHERIT,
            paramLabel = "FORMAT",
            description = "table for people (default), or json: only JSON on stdout.")
    void output(Format format) {
        session.format(format);
    }

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            scope = ScopeType.INHERIT,
            description = "Shows this text.")
    boolean help;

    @Option(names = "--version", versionHelp = true, description = "Shows the version.")
    boolean version;

    private static PrintWriter writer(PrintStream stream) {
        return new PrintWriter(stream, true, UTF_8);
    }
}
