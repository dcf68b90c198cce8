package org.droveway.cli.command;

import java.util.Arrays;
import org.droveway.cli.CommandFailure;
import org.droveway.cli.ExitCode;
import org.droveway.cli.Session;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
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
            "Examples, the first file of a data center:",
            "  drovectl datacenter import lab /etc/pve/datacenter.cfg",
            "  ssh pve1 cat /etc/pve/datacenter.cfg | drovectl datacenter import lab -",
            "",
            "Edit, without overwriting what somebody else changes meanwhile:",
            "  drovectl datacenter export lab old.cfg",
            "  cp old.cfg new.cfg",
            "  vi new.cfg",
            "  drovectl datacenter import lab new.cfg --replaces old.cfg",
            "",
            "Without --replaces and --overwrite a data center that has a file or a policy",
            "keeps it, and the error tells its SHA-256, which --replaces takes too."
        })
public final class ImportCommand implements Runnable {
    private static final String WHATEVER_IS_THERE = "*";

    private final Session session;

    @Parameters(index = "0", paramLabel = "DC", description = "Data center.")
    String name = "";

    @Parameters(index = "1", paramLabel = "FILE", description = "The file; - for standard input.")
    String file = CfgFile.STREAM;

    @ArgGroup
    Replaced replaced = new Replaced();

    /** What may be there already; neither option: nothing, or this very file. */
    static final class Replaced {
        @Option(
                names = "--replaces",
                paramLabel = "SHA256|FILE",
                description = "The file as it was exported, or its SHA-256:"
                        + " if it has been changed since, nothing is imported.")
        @Nullable
        String file;

        @Option(names = "--overwrite", description = "Imports whatever is there, unseen.")
        boolean unseen;
    }

    /** A command of a session. */
    public ImportCommand(Session session) {
        this.session = session;
    }

    @Override
    public void run() {
        byte[] content = CfgFile.named(file).read(session.console());
        PolicySetText.print(session, session.engine().importCfg(name, content, ifMatch(content)));
    }

    private String ifMatch(byte[] content) {
        if (replaced.unseen) {
            return WHATEVER_IS_THERE;
        }
        return '"' + (replaced.file == null ? ofNothing(content) : digest(replaced.file)) + '"';
    }

    private String digest(String seen) {
        return CfgFile.isDigest(seen)
                ? seen
                : CfgFile.digest(CfgFile.named(seen).read(session.console()));
    }

    /** The first import replaces nothing; importing again what is there changes nothing. */
    private String ofNothing(byte[] content) {
        byte[] there = session.engine().datacenterCfg(name);
        if (there.length > 0 && !Arrays.equals(there, content)) {
            throw CommandFailure.of(
                    ExitCode.FAILED,
                    "data center " + name + " has a datacenter.cfg already, SHA-256 " + CfgFile.digest(there)
                            + "; nothing was imported\n"
                            + "  see it         drovectl datacenter export " + name + "\n"
                            + "  replace it     add --replaces " + CfgFile.digest(there) + "\n"
                            + "  whatever it is add --overwrite");
        }
        return CfgFile.digest(there);
    }
}
