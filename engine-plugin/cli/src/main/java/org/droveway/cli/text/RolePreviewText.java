package org.droveway.cli.text;

import java.util.List;
import org.droveway.cli.engine.Refusal;
import org.droveway.cli.engine.RolePreview;

/** What a change of the migration role would come to, for people. */
public final class RolePreviewText {
    private RolePreviewText() {}

    /** Hosts with their addresses, then errors and warnings, if there are any. */
    public static String of(RolePreview preview) {
        Table hosts = new Table("HOST", "ADDRESS", "NIC", "MTU (BYTES)", "REASON");
        preview.hosts()
                .forEach(host -> hosts.row(
                        host.host(),
                        Units.known(host.address()),
                        Units.known(host.nic()),
                        host.mtu() == null ? "-" : host.mtu().toString(),
                        host.reason()));
        return "migrations in cluster " + preview.cluster() + " would go over "
                + (preview.network() == null ? "no network" : preview.network()) + "\n" + hosts.render()
                + reasons("errors: it would be refused", preview.errors()) + reasons("warnings", preview.warnings());
    }

    private static String reasons(String heading, List<Refusal> reasons) {
        return reasons.isEmpty() ? "" : "\n" + heading + "\n" + RefusalText.of(reasons);
    }
}
