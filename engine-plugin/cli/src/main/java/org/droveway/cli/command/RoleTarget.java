package org.droveway.cli.command;

import java.util.Locale;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which role of which network where, and whether it is only looked at. */
final class RoleTarget {
    @Parameters(index = "0", paramLabel = "CLUSTER", description = "Cluster.")
    String cluster = "";

    @Parameters(index = "1", paramLabel = "NET", description = "Network.")
    String network = "";

    @Parameters(index = "2", paramLabel = "ROLE", description = "management, migration or vm.")
    private Role role = Role.MIGRATION;

    @Option(
            names = "--dry-run",
            description = "Changes nothing; shows the address that each host would use (migration only).")
    boolean dryRun;

    String role() {
        return role.name().toLowerCase(Locale.ROOT);
    }

    /** Roles that a network can have in a cluster. */
    enum Role {
        MANAGEMENT,
        MIGRATION,
        VM
    }
}
