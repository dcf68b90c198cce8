package org.droveway.engine.migration;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.droveway.engine.inventory.MemoryCompression;
import org.droveway.engine.inventory.PolicyStatement;
import org.droveway.protocol.Convergence;
import org.jspecify.annotations.Nullable;

/** What drovectl's options say, as the page of the policy writes them. */
final class Wishes {
    private final List<String> words;

    private Wishes(String line) {
        words = Arrays.asList(line.split(" ", -1));
    }

    static PolicyStatement parse(String line) {
        return new Wishes(line).statement();
    }

    private PolicyStatement statement() {
        String connections = after("--connections");
        String handover = after("--handover");
        String convergence = after("--convergence");
        String compression = after("--compression");
        String bandwidth = after("--bandwidth");
        return new PolicyStatement(
                null,
                bandwidth == null ? null : Long.valueOf(bandwidth),
                connections == null ? null : Integer.valueOf(connections),
                null,
                words.contains("--post-copy") ? Boolean.TRUE : words.contains("--no-post-copy") ? Boolean.FALSE : null,
                handover == null ? null : Boolean.valueOf(handover.equals("fast")),
                null,
                null,
                convergence == null ? null : Convergence.valueOf(constant(convergence)),
                compression == null ? null : MemoryCompression.valueOf(constant(compression)));
    }

    private @Nullable String after(String option) {
        int at = words.indexOf(option);
        return at < 0 ? null : words.get(at + 1);
    }

    private static String constant(String word) {
        return word.toUpperCase(Locale.ROOT).replace('-', '_');
    }
}
