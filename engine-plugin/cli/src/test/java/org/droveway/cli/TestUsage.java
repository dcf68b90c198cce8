package org.droveway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.droveway.cli.connection.SessionFile;
import org.droveway.cli.waiting.Pace;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** Wrong command lines, and the help that each command gives. */
final class TestUsage {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "vms",
                "vm",
                "network role",
                "vm lists",
                "vm show",
                "vm show a b",
                "vm list --all",
                "vm list -o yaml",
                "vm list -o",
                "datacenter set lab",
                "datacenter set --migration secure",
                "datacenter import",
                "datacenter import lab",
                "datacenter import lab a.cfg b.cfg",
                "datacenter import lab a.cfg --replaces",
                "datacenter import lab a.cfg --replaces old.cfg --overwrite",
                "datacenter export",
                "datacenter export lab a.cfg b.cfg",
                "cluster create c2",
                "network create n2",
                "network create n2 10.70.0.0/24 --mtu many",
                "network edit migration",
                "network attach lab",
                "network role grant lab n2",
                "network role grant lab n2 storage",
                "host mode h1",
                "host mode h1 off",
                "host pin h1 migration",
                "policy show lab",
                "policy show host h1",
                "policy set cluster lab",
                "policy set cluster lab --reason tests",
                "policy set cluster lab --post-copy maybe",
                "policy set cluster lab --transports direct,pigeon",
                "policy unset vm",
                "policy unset vm vm1 --replaces many",
                "migrate",
                "migrate vm1 h2 h3",
                "migrate vm1 --type tls",
                "migrate vm1 --bandwidth fast",
                "migrate vm1 --bandwidth 1.5",
                "migrate vm1 --max-downtime",
                "migrate vm1 --connections several",
                "migrate vm1 --compression gzip",
                "migrate vm1 --convergence hope",
                "migrate vm1 --handover slow",
                "policy set cluster lab --convergence keep_on_trying",
                "migration watch",
                "migration list --limit few",
                "token create",
                "token create --role root",
                "token create --role admin --ttl 8",
                "token create --role admin --ttl 0h",
                "token create --role admin --ttl -8h",
                "token create --role admin --ttl PT0S",
                "token create --role admin --ttl PT-8H",
                "token revoke",
                "login",
                "logout now",
                "user add alice",
                "user add alice --role enrolment",
                "user password",
                "audit",
                "audit list --limit few",
                "audit export --after x",
                "audit verify /nowhere/audit.jsonl",
            })
    void endsWith2AndAsksTheEngineNothing(String line) {
        try (ScriptedEngine engine = new ScriptedEngine()) {
            Terminal.Result result = new Terminal(engine).run(line.split(" "));

            assertThat(result.exit()).isEqualTo(2);
            assertThat(result.out()).isEmpty();
            assertThat(result.err()).startsWith("drovectl: ");
            assertThat(engine.requests()).isEmpty();
        }
    }

    @Test
    void suggestsACommandForATypingError() {
        assertThat(run("netwrk").err()).contains("Did you mean", "drovectl network", "see drovectl --help");
    }

    @Test
    void namesTheHelpOfTheCommand() {
        assertThat(run("host", "mode", "h1", "off").err()).contains("see drovectl host mode --help");
    }

    static Stream<CommandLine> commands() {
        List<CommandLine> found = new ArrayList<>();
        collect(
                Drovectl.commandLine(
                        new Session(
                                () -> {
                                    throw new AssertionError("help needs no connection");
                                },
                                new Console(
                                        InputStream.nullInputStream(),
                                        OutputStream.nullOutputStream(),
                                        new PrintWriter(new StringWriter()),
                                        new PrintWriter(new StringWriter()),
                                        0),
                                Pace.ofMachine(),
                                action -> () -> {}),
                        new SessionFile(Path.of("/nowhere")),
                        label -> {
                            throw new AssertionError("help needs no password");
                        }),
                found);
        return found.stream();
    }

    @ParameterizedTest
    @MethodSource("commands")
    void helpDescribesEverythingAndFitsATerminal(CommandLine command) {
        String[] arguments =
                Stream.concat(Stream.of(path(command)), Stream.of("--help")).toArray(String[]::new);

        Terminal.Result result = run(arguments);

        assertThat(result.exit()).isZero();
        assertThat(result.out()).startsWith("Usage: drovectl");
        assertThat(result.out().lines()).allMatch(line -> line.length() <= 80);
        assertThat(command.getCommandSpec().args()).allMatch(arg -> arg.description().length > 0);
    }

    @ParameterizedTest
    @MethodSource("commands")
    void helpHasAnExample(CommandLine command) {
        if (command.getSubcommands().isEmpty()) {
            String help = command.getUsageMessage();

            assertThat(help)
                    .contains("Example")
                    .contains("\n  " + command.getCommandSpec().qualifiedName());
        }
    }

    @Test
    void tellsItsVersion() {
        assertThat(run("--version").out()).startsWith("drovectl ");
    }

    private static void collect(CommandLine command, List<CommandLine> found) {
        found.add(command);
        command.getSubcommands().values().forEach(child -> collect(child, found));
    }

    private static String[] path(CommandLine command) {
        String name = command.getCommandSpec().qualifiedName();
        return name.equals("drovectl")
                ? new String[0]
                : name.substring("drovectl ".length()).split(" ");
    }

    private static Terminal.Result run(String... arguments) {
        return new Terminal("http://127.0.0.1:9", "secret").run(arguments);
    }
}
