package org.droveway.cli.command;

import java.util.Locale;
import org.droveway.cli.Session;
import org.droveway.cli.engine.Network;
import org.droveway.cli.text.InventoryText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code drovectl network role …}. */
@Command(name = "role", description = "What a network is for in a cluster.")
public final class RoleCommands {
    private final Session session;

    /** Commands of a session. */
    public RoleCommands(Session session) {
        this.session = session;
    }

    @Command(
            description = "Gives a network a role; the migration role moves from the network that had it.",
            footer = {"", "Example:", "  drovectl network role grant lab migration migration"})
    void grant(
            @Parameters(paramLabel = "CLUSTER", description = "Cluster.") String cluster,
            @Parameters(paramLabel = "NET", description = "Network.") String network,
            @Parameters(paramLabel = "ROLE", description = "management, migration or vm.") Role role) {
        print(session.engine().grantRole(cluster, network, role.wireName()));
    }

    @Command(
            description = "Takes a role from a network.",
            footer = {"", "Example:", "  drovectl network role revoke lab migration migration"})
    void revoke(
            @Parameters(paramLabel = "CLUSTER", description = "Cluster.") String cluster,
            @Parameters(paramLabel = "NET", description = "Network.") String network,
            @Parameters(paramLabel = "ROLE", description = "management, migration or vm.") Role role) {
        print(session.engine().revokeRole(cluster, network, role.wireName()));
    }

    private void print(Network network) {
        session.print(network, () -> InventoryText.network(network));
    }

    /** Roles that a network can have in a cluster. */
    enum Role {
        MANAGEMENT,
        MIGRATION,
        VM;

        String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
