package org.droveway.cli.command;

import java.util.Locale;
import org.droveway.cli.ExitCode;
import org.droveway.cli.Session;
import org.droveway.cli.engine.Network;
import org.droveway.cli.engine.RolePreview;
import org.droveway.cli.text.InventoryText;
import org.droveway.cli.text.RolePreviewText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
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
            footer = {
                "",
                "Examples:",
                "  drovectl network role grant lab migration migration --dry-run",
                "  drovectl network role grant lab migration migration",
                "",
                "Exit status: 3 with every reason when it is refused, with --dry-run too."
            })
    int grant(
            @Parameters(paramLabel = "CLUSTER", description = "Cluster.") String cluster,
            @Parameters(paramLabel = "NET", description = "Network.") String network,
            @Parameters(paramLabel = "ROLE", description = "management, migration or vm.") Role role,
            @Option(
                            names = "--dry-run",
                            description =
                                    "Changes nothing; shows the address that each host would use (migration only).")
                    boolean dryRun) {
        return dryRun
                ? print(session.engine().previewGrant(cluster, network, role.wireName()))
                : print(session.engine().grantRole(cluster, network, role.wireName()));
    }

    @Command(
            description = "Takes a role from a network.",
            footer = {
                "",
                "Examples:",
                "  drovectl network role revoke lab migration migration --dry-run",
                "  drovectl network role revoke lab migration migration",
                "",
                "Exit status: 3 with every reason when it is refused, with --dry-run too."
            })
    int revoke(
            @Parameters(paramLabel = "CLUSTER", description = "Cluster.") String cluster,
            @Parameters(paramLabel = "NET", description = "Network.") String network,
            @Parameters(paramLabel = "ROLE", description = "management, migration or vm.") Role role,
            @Option(
                            names = "--dry-run",
                            description =
                                    "Changes nothing; shows the address that each host would use (migration only).")
                    boolean dryRun) {
        return dryRun
                ? print(session.engine().previewRevoke(cluster, network, role.wireName()))
                : print(session.engine().revokeRole(cluster, network, role.wireName()));
    }

    private int print(Network network) {
        session.print(network, () -> InventoryText.network(network));
        return ExitCode.DONE.number();
    }

    private int print(RolePreview preview) {
        session.print(preview, () -> RolePreviewText.of(preview));
        return (preview.errors().isEmpty() ? ExitCode.DONE : ExitCode.REFUSED).number();
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
