package org.droveway.cli.command;

import org.droveway.cli.ExitCode;
import org.droveway.cli.Session;
import org.droveway.cli.engine.Network;
import org.droveway.cli.engine.RolePreview;
import org.droveway.cli.text.InventoryText;
import org.droveway.cli.text.RolePreviewText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

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
    int grant(@Mixin RoleTarget target) {
        return target.dryRun
                ? print(session.engine().previewGrant(target.cluster, target.network, target.role()))
                : print(session.engine().grantRole(target.cluster, target.network, target.role()));
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
    int revoke(@Mixin RoleTarget target) {
        return target.dryRun
                ? print(session.engine().previewRevoke(target.cluster, target.network, target.role()))
                : print(session.engine().revokeRole(target.cluster, target.network, target.role()));
    }

    private int print(Network network) {
        session.print(network, () -> InventoryText.network(network));
        return ExitCode.DONE.number();
    }

    private int print(RolePreview preview) {
        session.print(preview, () -> RolePreviewText.of(preview));
        return (preview.errors().isEmpty() ? ExitCode.DONE : ExitCode.REFUSED).number();
    }
}
