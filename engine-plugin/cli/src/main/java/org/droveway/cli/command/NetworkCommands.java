package org.droveway.cli.command;

import org.droveway.cli.CommandFailure;
import org.droveway.cli.ExitCode;
import org.droveway.cli.Session;
import org.droveway.cli.engine.Network;
import org.droveway.cli.engine.Versioned;
import org.droveway.cli.text.InventoryText;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code drovectl network …}, apart from roles. */
@Command(name = "network", description = "Logical networks, their clusters and roles.")
public final class NetworkCommands {
    private final Session session;

    /** Commands of a session. */
    public NetworkCommands(Session session) {
        this.session = session;
    }

    @Command(
            description = "Lists networks.",
            footer = {"", "Example:", "  drovectl network list"})
    void list() {
        var networks = session.engine().networks();
        session.print(networks, () -> InventoryText.networks(networks));
    }

    @Command(
            description = "Shows one network.",
            footer = {"", "Example:", "  drovectl network show migration -o json"})
    void show(@Parameters(paramLabel = "NET", description = "Network.") String name) {
        print(session.engine().network(name));
    }

    @Command(
            description = "Makes a network.",
            footer = {"", "Example:", "  drovectl network create migration 10.62.0.0/24 --mtu 9000"})
    void create(
            @Parameters(paramLabel = "NET", description = "Its name.") String name,
            @Parameters(paramLabel = "CIDR", description = "Its addresses, without host bits.") String cidr,
            @Option(
                            names = "--mtu",
                            defaultValue = "1500",
                            paramLabel = "BYTES",
                            description = "MTU in bytes (default: ${DEFAULT-VALUE}).")
                    int mtu) {
        session.engine().createNetwork(name, cidr, mtu);
        print(session.engine().network(name));
    }

    @Command(
            description = "Changes a network's CIDR, MTU or both.",
            footer = {
                "",
                "Example:",
                "  drovectl network edit migration --mtu 9000",
                "",
                "Exit status: 3 with every reason where the migration role could not be",
                "granted afterwards."
            })
    void edit(
            @Parameters(paramLabel = "NET", description = "Network.") String name,
            @Option(names = "--cidr", paramLabel = "CIDR", description = "New addresses.") @Nullable String cidr,
            @Option(names = "--mtu", paramLabel = "BYTES", description = "New MTU in bytes.") @Nullable Integer mtu) {
        if (cidr == null && mtu == null) {
            throw CommandFailure.of(ExitCode.USAGE, "network edit changes nothing: give --cidr, --mtu or both");
        }
        Versioned<Network> seen = session.engine().versionedNetwork(name);
        print(session.engine()
                .editNetwork(
                        seen,
                        cidr == null ? seen.value().cidr() : cidr,
                        mtu == null ? seen.value().mtu() : mtu));
    }

    @Command(
            description = "Removes a network that has no migration role.",
            footer = {"", "Example:", "  drovectl network remove old"})
    void remove(@Parameters(paramLabel = "NET", description = "Network.") String name) {
        session.engine().removeNetwork(name);
        session.tell("network " + name + " removed");
    }

    @Command(
            description = "Attaches a network to a cluster.",
            footer = {
                "",
                "Example:",
                "  drovectl network attach lab migration --required",
                "",
                "Exit status: 3 with every reason where the migration role could not be",
                "granted afterwards."
            })
    void attach(
            @Parameters(paramLabel = "CLUSTER", description = "Cluster.") String cluster,
            @Parameters(paramLabel = "NET", description = "Network.") String network,
            @Option(names = "--required", description = "Every host of the cluster needs it.") boolean required) {
        print(session.engine().attach(cluster, network, required));
    }

    @Command(
            description = "Detaches a network from a cluster.",
            footer = {"", "Example:", "  drovectl network detach lab old"})
    void detach(
            @Parameters(paramLabel = "CLUSTER", description = "Cluster.") String cluster,
            @Parameters(paramLabel = "NET", description = "Network.") String network) {
        session.engine().detach(cluster, network);
        session.tell("network " + network + " detached from cluster " + cluster);
    }

    private void print(Network network) {
        session.print(network, () -> InventoryText.network(network));
    }
}
