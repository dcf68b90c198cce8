package org.droveway.cli.command;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.droveway.cli.CommandFailure;
import org.droveway.cli.ExitCode;
import org.droveway.cli.Session;
import org.droveway.cli.audit.ChainCheck;
import org.droveway.cli.audit.Link;
import org.droveway.cli.engine.AuditEntry;
import org.droveway.cli.engine.EngineJson;
import org.droveway.cli.text.AuditText;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code drovectl audit …}. */
@Command(name = "audit", description = "Who did what, in a chain that shows tampering.")
public final class AuditCommands {
    private static final int PAGE = 1000;

    private final Session session;

    /** Commands of a session. */
    public AuditCommands(Session session) {
        this.session = requireNonNull(session, "session");
    }

    @Command(
            description = "Lists entries, newest first.",
            footer = {
                "",
                "Examples:",
                "  drovectl audit list --limit 20",
                "  drovectl audit list --who alice --outcome refused",
                "  drovectl audit list --object h1 --since 2026-11-21T10:00:00Z -o json"
            })
    void list(
            @Option(names = "--who", paramLabel = "NAME", description = "Only of this token or user.") @Nullable
                    String who,
            @Option(names = "--object", paramLabel = "NAME", description = "Only about this, for example h1.") @Nullable
                    String object,
            @Option(names = "--outcome", paramLabel = "OUTCOME", description = "Only done, refused or failed.")
                    @Nullable
                    String outcome,
            @Option(names = "--since", paramLabel = "MOMENT", description = "From then on, in UTC.") @Nullable
                    String since,
            @Option(names = "--until", paramLabel = "MOMENT", description = "Before then, in UTC.") @Nullable
                    String until,
            @Option(names = "--before", paramLabel = "N", description = "Only ahead of entry N: the next page.")
                    @Nullable
                    Long before,
            @Option(names = "--limit", paramLabel = "N", description = "At most so many.") @Nullable Integer limit) {
        Map<String, String> query = new LinkedHashMap<>();
        put(query, "who", who);
        put(query, "object", object);
        put(query, "outcome", outcome);
        put(query, "since", since);
        put(query, "until", until);
        put(query, "before", before);
        put(query, "limit", limit);
        List<AuditEntry> entries = session.people().audit(query);
        session.print(entries, () -> AuditText.entries(entries));
    }

    @Command(
            description = "Prints every entry as JSON, one a line, oldest first.",
            footer = {"", "Examples:", "  drovectl audit export > audit.jsonl", "  drovectl audit export --after 5000"})
    void export(
            @Option(names = "--after", paramLabel = "N", description = "Only behind entry N.", defaultValue = "0")
                    long after) {
        read(after, entry -> session.console().out().println(entry));
        session.console().out().flush();
    }

    @Command(
            description = "Checks the chain: names entries changed, removed, moved.",
            footer = {
                "",
                "Checks the engine's entries, or those of an export. Ends with 1 if anything is",
                "wrong. Keep the hash that it prints elsewhere: with --expect it also finds that",
                "the newest entries were cut off, or that all were written anew.",
                "",
                "Examples:",
                "  drovectl audit verify",
                "  drovectl audit verify audit.jsonl --expect 9c360cab…"
            })
    int verify(
            @Parameters(paramLabel = "FILE", arity = "0..1", description = "An export; without: the engine's entries.")
                    @Nullable
                    Path file,
            @Option(names = "--expect", paramLabel = "HASH", description = "An entry must have this hash.") @Nullable
                    String expected) {
        List<Link> links = new ArrayList<>();
        List<String> findings = new ArrayList<>();
        if (file == null) {
            String newest = session.people().auditHead().hash();
            read(0, entry -> links.add(Link.of(entry)));
            require(newest, "the engine's newest one", links, findings);
        } else {
            entries(file).forEach(entry -> links.add(Link.of(entry)));
        }
        findings.addAll(0, ChainCheck.findings(links));
        if (expected != null) {
            require(expected, "the one that was expected", links, findings);
        }
        AuditText.Verified verified = AuditText.Verified.of(links, findings);
        session.print(verified, () -> AuditText.verified(verified));
        return (findings.isEmpty() ? ExitCode.DONE : ExitCode.FAILED).number();
    }

    private static void require(String hash, String which, List<Link> links, List<String> findings) {
        boolean anchor = hash.equals("0".repeat(64));
        if (!anchor && links.stream().noneMatch(link -> link.computed().equals(hash))) {
            findings.add("no entry has the hash " + hash + ", " + which);
        }
    }

    private void read(long after, Consumer<JsonNode> entries) {
        long last = after;
        List<JsonNode> page;
        do {
            page = session.people().auditAfter(last, PAGE);
            for (JsonNode entry : page) {
                entries.accept(entry);
                last = entry.path("sequence").asLong();
            }
        } while (page.size() == PAGE);
    }

    private static List<JsonNode> entries(Path file) {
        try {
            List<JsonNode> entries = new ArrayList<>();
            for (String line : Files.readAllLines(file)) {
                if (!line.isBlank()) {
                    entries.add(EngineJson.mapper().readTree(line));
                }
            }
            return entries;
        } catch (JsonProcessingException e) {
            throw CommandFailure.of(ExitCode.USAGE, file + " is no export: " + e.getOriginalMessage());
        } catch (IOException e) {
            throw CommandFailure.of(ExitCode.USAGE, file + " cannot be read: " + e.getMessage());
        }
    }

    private static void put(Map<String, String> query, String name, @Nullable Object value) {
        if (value != null) {
            query.put(name, value.toString());
        }
    }
}
