package org.droveway.cli.command;

import java.util.List;
import picocli.CommandLine.Option;

/** What somebody may do beside the role. */
final class PermissionOption {
    @Option(
            names = "--permission",
            paramLabel = "PERMISSION",
            description = "With operator: migration-override lets it weaken one migration's security.")
    List<String> names = List.of();
}
