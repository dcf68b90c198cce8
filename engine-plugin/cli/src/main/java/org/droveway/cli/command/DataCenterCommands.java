package org.droveway.cli.command;

import org.droveway.cli.Session;
import org.droveway.cli.engine.DataCenter;
import org.droveway.cli.text.InventoryText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code drovectl datacenter …}. */
@Command(name = "datacenter", description = "Data centers and their migration policy.")
public final class DataCenterCommands {
    private final Session session;

    /** Commands of a session. */
    public DataCenterCommands(Session session) {
        this.session = session;
    }

    @Command(
            description = "Lists data centers and their migration policy.",
            footer = {"", "Example:", "  drovectl datacenter list -o json"})
    void list() {
        var dataCenters = session.engine().dataCenters();
        session.print(dataCenters, () -> InventoryText.dataCenters(dataCenters));
    }

    @Command(
            description = "Shows one data center.",
            footer = {"", "Example:", "  drovectl datacenter show lab"})
    void show(@Parameters(paramLabel = "DC", description = "Data center.") String name) {
        print(session.engine().dataCenter(name));
    }

    @Command(
            description = "Makes a data center, without a migration policy.",
            footer = {"", "Example:", "  drovectl datacenter create lab"})
    void create(@Parameters(paramLabel = "DC", description = "Its name.") String name) {
        session.engine().createDataCenter(name);
        print(session.engine().dataCenter(name));
    }

    @Command(
            description = "Removes a data center that has no clusters.",
            footer = {"", "Example:", "  drovectl datacenter remove lab"})
    void remove(@Parameters(paramLabel = "DC", description = "Data center.") String name) {
        session.engine().removeDataCenter(name);
        session.tell("data center " + name + " removed");
    }

    @Command(
            description = {
                "Sets the migration policy.",
                "What speaks against its CIDR as networks and hosts are now is told as a warning."
            },
            footer = {
                "",
                "Examples:",
                "  drovectl datacenter set lab --migration secure",
                "  drovectl datacenter set lab --migration 'insecure,network=10.62.0.0/24'"
            })
    void set(
            @Parameters(paramLabel = "DC", description = "Data center.") String name,
            @Option(
                            names = "--migration",
                            required = true,
                            paramLabel = "POLICY",
                            description = "As in datacenter.cfg: secure|insecure[,network=CIDR].")
                    String migration) {
        PolicySetText.print(session, session.engine().setPolicy(name, migration));
    }

    @Command(
            description = "Takes the migration policy away: what then holds is the strictest default, secure.",
            footer = {"", "Example:", "  drovectl datacenter unset lab"})
    void unset(@Parameters(paramLabel = "DC", description = "Data center.") String name) {
        print(session.engine().unsetPolicy(name));
    }

    private void print(DataCenter dataCenter) {
        session.print(dataCenter, () -> InventoryText.dataCenter(dataCenter));
    }
}
