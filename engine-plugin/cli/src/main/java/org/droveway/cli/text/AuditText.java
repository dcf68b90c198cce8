package org.droveway.cli.text;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.droveway.cli.audit.Link;
import org.droveway.cli.engine.AuditEntry;
import org.jspecify.annotations.Nullable;

/** The audit for people. */
public final class AuditText {
    private AuditText() {}

    /**
     * What a check came to.
     *
     * @param last hash of the newest entry; null: there is none
     */
    public record Verified(int entries, @Nullable String last, List<String> findings) {
        public Verified {
            requireNonNull(findings, "findings");
        }

        /** Of these links. */
        public static Verified of(List<Link> links, List<String> findings) {
            String last = links.isEmpty() ? null : links.get(links.size() - 1).hash();
            return new Verified(links.size(), last, List.copyOf(findings));
        }
    }

    /** Entries, a line each. */
    public static String entries(List<AuditEntry> entries) {
        Table table = new Table("ENTRY", "WHEN", "WHO", "FROM", "OUTCOME", "ACTION", "OBJECT", "WHAT");
        entries.forEach(entry -> table.row(
                Long.toString(entry.sequence()),
                Units.moment(entry.at()),
                entry.who(),
                Units.known(entry.from()),
                entry.outcome(),
                entry.action(),
                entry.object(),
                what(entry)));
        return table.render();
    }

    /** What a check came to. */
    public static String verified(Verified verified) {
        String end = verified.last() == null ? "" : "; the last hash is " + verified.last();
        String headline = verified.findings().isEmpty()
                ? verified.entries() + " entries, the chain is whole" + end
                : verified.entries() + " entries, the chain is NOT whole:";
        return Stream.concat(Stream.of(headline), verified.findings().stream().map(finding -> "  " + finding))
                .collect(Collectors.joining("\n"));
    }

    private static String what(AuditEntry entry) {
        String change = Stream.of(entry.before(), entry.after())
                .map(value -> value == null ? "" : value)
                .collect(Collectors.joining(" -> "))
                .strip();
        String reason = entry.reason() == null ? "" : entry.reason().replace('\n', ' ');
        return Stream.of(change.equals("->") ? "" : change, reason)
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining("; "));
    }
}
