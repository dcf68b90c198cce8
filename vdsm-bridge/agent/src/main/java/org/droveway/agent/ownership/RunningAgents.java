package org.droveway.agent.ownership;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Looks whether an agent of another manager runs: units that systemd has active, else processes. */
final class RunningAgents {
    private static final System.Logger LOG = System.getLogger(RunningAgents.class.getName());

    private final Path root;

    RunningAgents(Path root) {
        this.root = root;
    }

    /** The manager's name and what was seen of its agent. */
    Optional<String> find() {
        return unit().or(this::process);
    }

    /** systemd keeps a link for every unit that runs. */
    private Optional<String> unit() {
        Path units = root.resolve("run/systemd/units");
        for (ForeignAgent agent : ForeignAgent.ALL) {
            for (String unit : agent.units()) {
                if (Files.exists(units.resolve("invocation:" + unit), LinkOption.NOFOLLOW_LINKS)) {
                    return Optional.of(agent.owner() + ", whose unit " + unit + " is active");
                }
            }
        }
        return Optional.empty();
    }

    private Optional<String> process() {
        try (DirectoryStream<Path> processes = Files.newDirectoryStream(root.resolve("proc"), "[1-9]*")) {
            for (Path process : processes) {
                List<String> commandLine = commandLine(process);
                for (ForeignAgent agent : ForeignAgent.ALL) {
                    if (agent.isProcess(commandLine)) {
                        return Optional.of(agent.owner() + ", whose agent runs as process " + process.getFileName());
                    }
                }
            }
            return Optional.empty();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException("processes cannot be listed", e);
        }
    }

    /** Empty for a process that has ended meanwhile, and for threads of the kernel. */
    private static List<String> commandLine(Path process) {
        try {
            return List.of(Files.readString(process.resolve("cmdline"), StandardCharsets.ISO_8859_1)
                    .split("\0"));
        } catch (NoSuchFileException e) {
            return List.of();
        } catch (IOException e) {
            // ESRCH: it ended between the opening and the reading.
            LOG.log(System.Logger.Level.DEBUG, process + " cannot be read: " + e.getMessage());
            return List.of();
        }
    }
}
