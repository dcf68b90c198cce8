package org.droveway.cli.command;

import org.droveway.cli.Session;
import org.droveway.cli.engine.ImportedCfg;
import org.droveway.cli.text.InventoryText;
import org.droveway.cli.text.WarningText;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code drovectl datacenter import}. */
@Command(
        name = "import",
        description = {
            "Imports a datacenter.cfg as a whole.",
            "Its 'migration' line becomes the migration policy; every other line is kept as it is.",
            "A file with an error changes nothing. What speaks against the policy's CIDR as networks and hosts are now"
                    + " is told as a warning.",
        },
        footer = {
            "",
            "Examples:",
            "  drovectl datacenter import lab /etc/pve/datacenter.cfg",
            "  ssh pve1 cat /etc/pve/datacenter.cfg | drovectl datacenter import lab -",
            "",
            "Edit without overwriting what somebody else changes meanwhile:",
            "  drovectl datacenter export lab old.cfg",
            "  cp old.cfg new.cfg",
            "  vi new.cfg",
            "  drovectl datacenter import lab new.cfg --replaces old.cfg"
        })
public final class ImportCommand implements Runnable {
    private static final String WHATEVER_IS_THERE = "*";

    private final Session session;

    @Parameters(index = "0", paramLabel = "DC", description = "Data center.")
    String name = "";

    @Parameters(index = "1", paramLabel = "FILE", description = "The file; - for standard input.")
    String file = CfgFile.STREAM;

    @Option(
            names = "--replaces",
            paramLabel = "FILE",
            description = "The file as it was exported: if it has been changed since, nothing is imported.")
    @Nullable
    String replaces;

    /** A command of a session. */
    public ImportCommand(Session session) {
        this.session = session;
    }

    @Override
    public void run() {
        byte[] content = CfgFile.named(file).read(session.console());
        ImportedCfg imported = session.engine().importCfg(name, content, ifMatch());
        session.print(imported, () -> InventoryText.dataCenter(imported.dataCenter()));
        imported.warnings().forEach(warning -> session.console().err().println(WarningText.of(warning)));
        session.console().err().flush();
    }

    private String ifMatch() {
        return replaces == null
                ? WHATEVER_IS_THERE
                : '"' + CfgFile.digest(CfgFile.named(replaces).read(session.console())) + '"';
    }
}
