package org.droveway.cli.command;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.droveway.cli.CommandFailure;
import org.droveway.cli.ExitCode;
import org.droveway.cli.Session;
import org.droveway.cli.Session.Format;
import org.droveway.cli.engine.ExportedCfg;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code drovectl datacenter export}. */
@Command(
        name = "export",
        description = {
            "Exports the datacenter.cfg.",
            "It is what was imported, byte for byte, with the migration policy that is in force.",
        },
        footer = {
            "",
            "Examples:",
            "  drovectl datacenter export lab",
            "  drovectl datacenter export lab datacenter.cfg",
            "",
            "The file or its SHA-256, told on a terminal and with -o json, is what",
            "import --replaces takes."
        })
public final class ExportCommand implements Runnable {
    private final Session session;

    @Parameters(index = "0", paramLabel = "DC", description = "Data center.")
    String name = "";

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "FILE",
            description = "Where to; standard output if left out, or -.")
    String file = CfgFile.STREAM;

    /** A command of a session. */
    public ExportCommand(Session session) {
        this.session = session;
    }

    @Override
    public void run() {
        byte[] content = session.engine().datacenterCfg(name);
        CfgFile target = CfgFile.named(file);
        boolean json = session.format() == Format.JSON;
        if (target.path() != null) {
            target.write(session.console(), content);
            session.print(
                    new ExportedCfg(name, CfgFile.digest(content), null, file),
                    () -> "datacenter.cfg of data center " + name + " written to " + file + ", SHA-256 "
                            + CfgFile.digest(content));
        } else if (json) {
            session.print(new ExportedCfg(name, CfgFile.digest(content), text(content), null), () -> "");
        } else {
            target.write(session.console(), content);
            tellDigest(content);
        }
    }

    /** To a person at a terminal; scripts read it from the JSON. */
    private void tellDigest(byte[] content) {
        if (session.console().isTerminal()) {
            session.console().err().println("SHA-256 for import --replaces: " + CfgFile.digest(content));
            session.console().err().flush();
        }
    }

    private static String text(byte[] content) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .toString();
        } catch (CharacterCodingException e) {
            throw CommandFailure.of(
                    ExitCode.FAILED, "the file is no UTF-8, so JSON cannot hold it; name a FILE to write it to");
        }
    }
}
