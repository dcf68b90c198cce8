package org.droveway.cli.command;

import java.util.Locale;
import org.droveway.cli.Session;
import org.droveway.cli.engine.Host;
import org.droveway.cli.text.HostText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code drovectl host …}. */
@Command(name = "host", description = "Hosts; they come by enrolment of their agents.")
public final class HostCommands {
    private final Session session;

    /** Commands of a session. */
    public HostCommands(Session session) {
        this.session = session;
    }

    @Command(
            description = "Lists hosts.",
            footer = {"", "Example:", "  drovectl host list -o json"})
    void list() {
        var hosts = session.engine().hosts();
        session.print(hosts, () -> HostText.hosts(hosts));
    }

    @Command(
            description = "Shows one host: interfaces, addresses, certificates, versions.",
            footer = {"", "Example:", "  drovectl host show h1"})
    void show(@Parameters(paramLabel = "HOST", description = "Host.") String name) {
        print(session.engine().host(name));
    }

    @Command(
            description = "Says how far Droveway may go on a host.",
            footer = {
                "",
                "  observe  reads and reports only",
                "  assist   carries its own migrations; the port pool stays as it is",
                "  enforce  the port pool is shut except through pinholes",
                "",
                "Example:",
                "  drovectl host mode h1 enforce"
            })
    void mode(
            @Parameters(paramLabel = "HOST", description = "Host.") String name,
            @Parameters(paramLabel = "MODE", description = "observe, assist or enforce.") Mode mode) {
        Host host = session.engine().setMode(name, mode.wireName());
        if (host.state().equals("up")) {
            host = session.settled(
                    () -> session.engine().host(name), seen -> seen.mode().equals(mode.wireName()));
        }
        print(host);
    }

    @Command(
            description = "Settles which address a host uses on a network.",
            footer = {"", "Example:", "  drovectl host pin h1 migration 10.62.0.11"})
    void pin(
            @Parameters(paramLabel = "HOST", description = "Host.") String name,
            @Parameters(paramLabel = "NET", description = "Network.") String network,
            @Parameters(paramLabel = "ADDRESS", description = "One of the host's addresses.") String address) {
        print(session.engine().pin(name, network, address));
    }

    @Command(
            description = "Takes a pin away.",
            footer = {"", "Example:", "  drovectl host unpin h1 migration"})
    void unpin(
            @Parameters(paramLabel = "HOST", description = "Host.") String name,
            @Parameters(paramLabel = "NET", description = "Network.") String network) {
        session.engine().unpin(name, network);
        print(session.engine().host(name));
    }

    @Command(
            description = "Removes a host: its certificates are no longer accepted.",
            footer = {"", "Example:", "  drovectl host remove h3"})
    void remove(@Parameters(paramLabel = "HOST", description = "Host.") String name) {
        session.engine().removeHost(name);
        session.tell("host " + name + " removed");
    }

    private void print(Host host) {
        session.print(host, () -> HostText.host(host));
    }

    /** How far Droveway may go. */
    enum Mode {
        OBSERVE,
        ASSIST,
        ENFORCE;

        String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
