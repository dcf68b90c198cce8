package org.droveway.cli.audit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Finds what was done to an audit: entries that were changed, removed, added or put elsewhere. It cannot find that the newest
 * entries were cut off, or that all were written anew: for this the hash of an entry is compared that was kept elsewhere.
 */
public final class ChainCheck {
    private static final String ANCHOR = "0".repeat(64);

    private final List<String> findings = new ArrayList<>();

    private ChainCheck() {}

    /**
     * Everything that is wrong, a sentence each; empty: the chain is whole from its first entry on.
     *
     * @param links in the order of the export
     */
    public static List<String> findings(List<Link> links) {
        ChainCheck check = new ChainCheck();
        links.forEach(check::content);
        check.order(links);
        check.gaps(links);
        check.joints(links);
        return check.findings;
    }

    private void content(Link link) {
        if (!link.hash().equals(link.computed())) {
            findings.add("entry " + link.sequence() + " was changed: its hash is " + link.hash()
                    + ", its content gives " + link.computed());
        }
    }

    private void order(List<Link> links) {
        Set<Long> seen = new HashSet<>();
        long highest = 0;
        for (Link link : links) {
            if (!seen.add(link.sequence())) {
                findings.add("entry " + link.sequence() + " is there more than once");
            } else if (link.sequence() < highest) {
                findings.add("entry " + link.sequence() + " was moved: it stands behind entry " + highest);
            }
            highest = Math.max(highest, link.sequence());
        }
    }

    private void gaps(List<Link> links) {
        long expected = 1;
        for (long sequence :
                links.stream().map(Link::sequence).sorted().distinct().toList()) {
            if (sequence == expected + 1) {
                findings.add("entry " + expected + " is missing");
            } else if (sequence > expected) {
                findings.add("entries " + expected + " to " + (sequence - 1) + " are missing");
            }
            expected = sequence + 1;
        }
    }

    /** Neighbours that are both there and each true to itself must fit each other. */
    private void joints(List<Link> links) {
        Map<Long, Link> bySequence = new HashMap<>(
                links.stream().collect(Collectors.toMap(Link::sequence, link -> link, (first, second) -> first)));
        bySequence.put(0L, new Link(0, "", ANCHOR, ANCHOR));
        for (Link link : links) {
            Link before = bySequence.get(link.sequence() - 1);
            if (before != null && !link.previous().equals(before.hash())) {
                findings.add("entry " + link.sequence() + " does not continue entry " + before.sequence()
                        + ": it names " + link.previous() + ", that one's hash is " + before.hash());
            }
        }
    }
}
