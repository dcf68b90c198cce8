package org.droveway.cli;

import static java.util.Objects.requireNonNull;

import java.io.PrintWriter;

/**
 * Where drovectl writes.
 *
 * @param out results, and nothing else
 * @param err errors and progress
 * @param columns width of the terminal that shows err; 0: it is no terminal
 */
public record Console(PrintWriter out, PrintWriter err, int columns) {
    public Console {
        requireNonNull(out, "out");
        requireNonNull(err, "err");
    }

    /** Whether a line on err can be rewritten in place. */
    public boolean isTerminal() {
        return columns > 0;
    }
}
