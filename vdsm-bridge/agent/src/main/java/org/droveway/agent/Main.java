package org.droveway.agent;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import org.droveway.agent.config.AgentConfig;
import org.droveway.agent.config.AgentVersion;
import org.droveway.agent.config.ConfigFile;
import org.droveway.agent.config.InvalidConfigException;
import org.droveway.agent.enrolment.EnrolmentRefusedException;
import org.droveway.agent.identity.UntrustedIdentityException;

/** The command line: {@code vdsm-bridge run --config FILE}. */
public final class Main {
    private static final int DONE = 0;
    private static final int FAILED = 1;
    private static final int WRONG_COMMAND_LINE = 2;
    private static final int REFUSED = 3;
    private static final Path DEFAULT_CONFIG = Path.of("/etc/droveway/agent.json");
    private static final String HELP = """
            Droveway's agent: one process on each host.

            vdsm-bridge run [--config FILE]   runs in the foreground until it is told to stop (default /etc/droveway/agent.json)
            vdsm-bridge check [--config FILE] checks the configuration and says everything that is wrong with it
            vdsm-bridge --version
            vdsm-bridge --help

            Exit codes: 0 done; 1 failed; 2 command line or configuration wrong; 3 the engine refuses this host, or its identity cannot be used
            """;

    private Main() {}

    /** Runs the command and leaves with its code. */
    public static void main(String[] arguments) throws InterruptedException {
        System.exit(execute(List.of(arguments), System.out, System.err));
    }

    static int execute(List<String> arguments, PrintStream out, PrintStream err) throws InterruptedException {
        if (arguments.equals(List.of("--help")) || arguments.equals(List.of("-h"))) {
            out.print(HELP);
            return DONE;
        }
        if (arguments.equals(List.of("--version"))) {
            out.println(AgentVersion.CURRENT);
            return DONE;
        }
        boolean withFile = arguments.size() == 3 && arguments.get(1).equals("--config");
        boolean known = !arguments.isEmpty() && List.of("run", "check").contains(arguments.get(0));
        if (!known || !(withFile || arguments.size() == 1)) {
            err.println("vdsm-bridge: '" + String.join(" ", arguments) + "' is not a command");
            err.print(HELP);
            return WRONG_COMMAND_LINE;
        }
        return withConfig(arguments.get(0), withFile ? Path.of(arguments.get(2)) : DEFAULT_CONFIG, out, err);
    }

    private static int withConfig(String command, Path file, PrintStream out, PrintStream err)
            throws InterruptedException {
        try {
            AgentConfig config = ConfigFile.load(file);
            if (command.equals("check")) {
                out.println(file + " can be used");
                return DONE;
            }
            return run(config, err);
        } catch (InvalidConfigException e) {
            err.println("vdsm-bridge: " + e.getMessage());
            return WRONG_COMMAND_LINE;
        }
    }

    private static int run(AgentConfig config, PrintStream err) throws InterruptedException {
        try (Shutdown shutdown = Shutdown.onSignal()) {
            Agent.run(config, shutdown.latch());
            return DONE;
        } catch (UntrustedIdentityException | EnrolmentRefusedException e) {
            err.println("vdsm-bridge: " + e.getMessage());
            return REFUSED;
        } catch (AgentFailedException e) {
            err.println("vdsm-bridge: " + e.getMessage());
            return FAILED;
        }
    }
}
